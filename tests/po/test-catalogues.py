#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues against the sources.

Every source with words for people is in po/POTFILES, every one of its strings is in every catalogue,
and every string there is translated, with the placeholders of the original. Speaks TAP.

Usage: test-catalogues.py SOURCE_ROOT
"""

import csv
import pathlib
import re
import subprocess
import sys
import tempfile

# How strings are marked; as meson's preset "glib" has it.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'Q_', 'g_dcgettext:2',
            'g_dngettext:2,3', 'g_dpgettext2:2c,3']
MARK = re.compile(r'(?<!\w)(?:N_|_|C_|NC_|Q_|ngettext|g_dcgettext|g_dngettext|g_dpgettext2)\s*'
                  r'\(\s*(?:GETTEXT_PACKAGE,\s*)?"')
MARKED_DATA = ('.desktop.in', '.metainfo.xml.in', '.gschema.xml', '.mime.xml.in')

# Functions whose text a person reads, and which argument that is.
SENTENCES = {'g_set_error': 3, 'g_set_error_literal': 3, 'g_prefix_error': 1, 'ijk_row_fail': 3,
             'ijk_set_damage': 2, 'ijk_salvage_lose': 1, 'ijk_command_fail': 1,
             'g_option_context_new': 0, 'gtk_label_new': 0, 'gtk_button_new_with_label': 0,
             'gtk_label_set_text': 1, 'gtk_label_set_label': 1, 'gtk_widget_set_tooltip_text': 1,
             'gtk_button_set_label': 1, 'adw_toast_new': 0, 'gtk_window_set_title': 1,
             'adw_status_page_set_title': 1, 'adw_status_page_set_description': 1,
             'adw_preferences_row_set_title': 1, 'adw_action_row_set_subtitle': 1}
# The source of a potential: one sentence of the catalogue, with other numbers in each row.
POTENTIAL = 'National %1$s Mt'
STRING = re.compile(r'"(?:\\.|[^"\\])*"')

# Sentences of a broken build, which stop the program: nobody is to translate them.
NOT_FOR_PEOPLE = {'%s of %s in %u is %.12g, which should be %.12g'}


def read(path):
    return path.read_text(encoding='utf-8')


def without_comments(text):
    """C source with comments blanked; strings stay."""
    pattern = re.compile(r'"(?:\\.|[^"\\])*"|/\*.*?\*/|//[^\n]*', re.S)
    return pattern.sub(lambda m: m.group(0) if m.group(0)[0] == '"' else ' ', text)


def has_words(path):
    if path.suffix in ('.c', '.h'):
        return any(True for m in MARK.finditer(without_comments(read(path)))
                   if not read(path)[:m.start()].endswith('#define '))
    if path.suffix == '.ui':
        return 'translatable="' in read(path)
    return path.name.endswith(MARKED_DATA)


def find_sources(root):
    for folder in ('app', 'ui', 'data'):
        if (root / folder).is_dir():
            yield from (p for p in sorted((root / folder).rglob('*')) if p.is_file())


def list_names(path):
    return [l for l in read(path).split('\n') if l and not l.startswith('#')]


def parse(path):
    """Entries of a catalogue: (context, msgid, plural) -> (flags, translations, is_obsolete)."""
    entries = {}
    for block in re.split(r'\n\s*\n', read(path)):
        flags, fields, key, is_obsolete = set(), {}, None, False
        for line in block.split('\n'):
            if line.startswith('#~'):
                is_obsolete = True
                line = line[2:].lstrip()
            if line.startswith('#,'):
                flags.update(f.strip() for f in line[2:].split(','))
            m = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$', line)
            if m:
                key = m.group(1)
                fields[key] = m.group(2)[1:-1]
            elif line.startswith('"') and key is not None:
                fields[key] += line[1:-1]
        if fields.get('msgid'):
            name = (fields.get('msgctxt'), fields['msgid'], fields.get('msgid_plural'))
            strings = [v for k, v in fields.items() if k.startswith('msgstr')]
            entries[name] = (flags, strings, is_obsolete)
    return entries


def extract(root, files, folder):
    """A template made anew from the sources. Returns: its path"""
    template = folder / 'ijkpad.pot'
    names = folder / 'files'
    names.write_text('\n'.join(files) + '\n', encoding='utf-8')
    subprocess.run(['xgettext', '--from-code=UTF-8', f'--directory={root}', f'--files-from={names}',
                    f'--output={template}'] + [f'--keyword={k}' for k in KEYWORDS],
                   check=True, stderr=subprocess.DEVNULL)
    return template


def split_arguments(text, at):
    """The arguments behind an opening parenthesis, or None where it has no end."""
    arguments, depth, start = [], 0, at
    while at < len(text):
        c = text[at]
        if c == '"':
            at = STRING.match(text, at).end()
            continue
        if c == "'":
            at = text.index("'", at + (3 if text[at + 1] == '\\' else 2)) + 1
            continue
        if c in '([{':
            depth += 1
        elif c in ')]}':
            if depth == 0:
                return arguments + [text[start:at]]
            depth -= 1
        elif c == ',' and depth == 0:
            arguments.append(text[start:at])
            start = at + 1
        at += 1
    return None


def find_unmarked(path):
    """Sentences for people that stand in the source without a mark."""
    text = without_comments(read(path))
    for m in re.finditer(r'\b(' + '|'.join(SENTENCES) + r')\s*\(', text):
        arguments = split_arguments(text, m.end())
        if arguments is None or len(arguments) <= SENTENCES[m.group(1)]:
            continue
        argument = arguments[SENTENCES[m.group(1)]]
        bare = re.sub(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_d\w+)\s*\((?:[^()"]|"(?:\\.|[^"\\])*")*\)',
                      '', argument)
        words = ''.join(s[1:-1] for s in STRING.findall(bare))
        if re.search(r'[^\W\d_]{2}', re.sub(r'%[-+ #0-9.*]*l?[a-z]', '', words)) \
                and words not in NOT_FOR_PEOPLE:
            yield f'{m.group(1)}: {words}'


def find_unmarked_in_form(path):
    """Words of a .ui file that stand there without translatable="yes"."""
    names = ('label|title|subtitle|description|tooltip-text|tooltip_text|placeholder-text'
             '|placeholder_text|text|heading|body')
    for m in re.finditer(rf'<(?:property|attribute) name="(?:{names})"([^>]*)>([^<]*)<', read(path)):
        is_plain = 'translatable=' not in m.group(1) and m.group(2) != 'Ijkpad'
        if is_plain and re.search(r'[^\W\d_]{2}', m.group(2)):
            yield m.group(2).strip()


def read_sources(root):
    """What the shipped tables rest on."""
    cited = set()
    for path in sorted((root / 'data' / 'reference').glob('*.csv')):
        with open(path, encoding='utf-8', newline='') as rows:
            cited.update(row['source'] for row in csv.DictReader(rows) if 'source' in row)
    return cited


def fits(text, source):
    """Whether a marked text is this source, with a number for each of its placeholders."""
    if not text.startswith(POTENTIAL):
        return text == source
    return re.fullmatch(re.sub(r'%\d\\\$s', '[0-9.]{1,15}', re.escape(text)), source) is not None


def is_source_known(source, wanted):
    return any(k[0] == 'source' and fits(k[1], source) for k in wanted)


class Tap:
    def __init__(self):
        self.n = 0
        self.has_failed = False

    def check(self, name, problems):
        self.n += 1
        problems = list(problems)
        for problem in problems[:20]:
            print(f'# {problem}')
        print(('not ok' if problems else 'ok') + f' {self.n} /po/{name}')
        self.has_failed |= bool(problems)

    def end(self):
        print(f'1..{self.n}')
        return 1 if self.has_failed else 0


def show(name):
    context, text, _ = name
    return f'“{text}”' if context is None else f'“{text}” ({context})'


def check_catalogue(tap, path, wanted):
    language = path.stem
    entries = parse(path)
    present = {k: v for k, v in entries.items() if not v[2]}
    result = subprocess.run(['msgfmt', '--check', '--check-accelerators=_', '--output-file=/dev/null',
                             str(path)], capture_output=True, text=True, check=False)
    tap.check(f'{language}/placeholders-are-those-of-the-source',
              result.stderr.strip().split('\n') if result.returncode != 0 else [])
    tap.check(f'{language}/every-string-of-the-sources-is-there',
              [show(k) for k in wanted if k not in present])
    tap.check(f'{language}/no-string-is-there-that-no-source-has',
              [show(k) for k in present if k not in wanted])
    tap.check(f'{language}/nothing-is-untranslated',
              [show(k) for k, v in present.items() if not v[1] or '' in v[1]])
    tap.check(f'{language}/nothing-is-fuzzy', [show(k) for k, v in present.items() if 'fuzzy' in v[0]])
    tap.check(f'{language}/nothing-is-obsolete', [show(k) for k, v in entries.items() if v[2]])
    tap.check(f'{language}/spaces-at-the-ends-are-those-of-the-source',
              [show(k) for k, v in present.items() for text in v[1]
               if (k[1][:1] == ' ', k[1][-1:] == ' ') != (text[:1] == ' ', text[-1:] == ' ')])
    tap.check(f'{language}/numbers-have-a-true-minus-and-gases-a-subscript',
              [show(k) for k, v in present.items() for text in v[1]
               if re.search(r'(?<!;)CO2(?!_)|N2O\b', text) or re.search(r'(?<![\w-])-\d', text)])


def main():
    root = pathlib.Path(sys.argv[1])
    files = list_names(root / 'po' / 'POTFILES')
    languages = list_names(root / 'po' / 'LINGUAS')
    tap = Tap()

    found = [str(p.relative_to(root)) for p in find_sources(root) if has_words(p)]
    tap.check('every-source-with-words-is-listed', [f for f in found if f not in files])
    tap.check('every-listed-source-has-words', [f for f in files if f not in found])
    tap.check('the-list-is-sorted', [] if files == sorted(set(files)) else ['sort po/POTFILES'])
    tap.check('no-sentence-is-left-unmarked',
              [f'{p.relative_to(root)}: {u}' for p in find_sources(root) if p.suffix == '.c'
               for u in find_unmarked(p)]
              + [f'{p.relative_to(root)}: {u}' for p in find_sources(root) if p.suffix == '.ui'
                 for u in find_unmarked_in_form(p)])
    catalogues = sorted(p.stem for p in (root / 'po').glob('*.po'))
    tap.check('languages-are-listed', sorted(set(languages) ^ set(catalogues)))
    with tempfile.TemporaryDirectory() as folder:
        wanted = parse(extract(root, [f for f in files if (root / f).exists()],
                               pathlib.Path(folder)))
    tap.check('the-sources-have-strings', [] if len(wanted) > 500 else [f'only {len(wanted)}'])
    with open(root / 'data' / 'reference' / 'projects.csv', encoding='utf-8', newline='') as rows:
        stages = {row['status_of_project'] for row in csv.DictReader(rows)}
    tap.check('every-stage-of-a-project-has-words',
              [s for s in sorted(stages) if ('stage', s, None) not in wanted])
    with open(root / 'data' / 'reference' / 'units.csv', encoding='utf-8', newline='') as rows:
        names = {row['name'] for row in csv.DictReader(rows)}
    # The table writes no subscripts.
    described = {k[1].replace('₂', '2') for k in wanted if k[0] == 'installation'}
    tap.check('described-installations-are-in-the-table', sorted(described - names))
    tap.check('installations-described-in-english-have-words',
              [n for n in sorted(names - described)
               if re.search(r'\b(Rest of|and|refinery|CHP|gas\))', n)])
    cited = read_sources(root)
    tap.check('every-source-of-the-reference-has-words',
              [s for s in sorted(cited) if not is_source_known(s, wanted)])
    tap.check('every-source-with-words-is-in-the-reference',
              [show(k) for k in wanted if k[0] == 'source' and len(k[1]) > 1
               and not any(fits(k[1], s) for s in cited)])
    for language in languages:
        check_catalogue(tap, root / 'po' / f'{language}.po', wanted)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
