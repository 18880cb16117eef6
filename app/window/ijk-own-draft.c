/* The form of an installation without its widgets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-own-draft.h"

#include "ijk-language.h"
#include "ijk-lever-reading.h"
#include "ijk-lever.h"
#include "ijk-own-rows.h"
#include "ijk-quantity.h"
#include "ijk-result-write.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As the import takes them. */
#define MAX_CHARACTERS 200
#define MAX_SOURCE_CHARACTERS 2000

/* Digits behind the comma that a figure is written back with. */
#define MAX_DECIMALS 6

/* What a number may be, as of a lever of that unit. */
static const IjkLever kilotonnes
    = { .kind = IJK_LEVER_KIND_NUMBER, .unit = "kt", .min = 0, .max = 100000, .step = 1 };
static const IjkLever fraction
    = { .kind = IJK_LEVER_KIND_NUMBER, .unit = "fraction", .min = 0, .max = 1, .step = 0.01 };

static const IjkLever *
find_range (IjkOwnText text)
{
  if (text == IJK_OWN_LEVY_SHARE || text == IJK_OWN_PROCESS_SHARE)
    return &fraction;
  return text == IJK_OWN_BENCHMARK || text >= IJK_OWN_KT ? &kilotonnes : NULL;
}

IjkOwnDraft *
ijk_own_draft_new (void)
{
  IjkOwnDraft *self = g_new0 (IjkOwnDraft, 1);

  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    self->texts[i] = g_strdup (i == IJK_OWN_LEVY_SHARE ? "100%" : "");
  for (guint i = 0; i < IJK_N_OWN_CHOICES; i++)
    self->choices[i] = IJK_NONE;
  self->rest = IJK_NONE;
  self->status = IJK_STATUS_ASSUMPTION;
  return self;
}

/* In as few decimals as carry it. */
static char *
write_number (double      number,
              const char *unit)
{
  const double factor = *unit == '%' ? 100 : 1;
  const double shown = round (number * factor * 1e6) / 1e6;
  g_autofree char *text = NULL;
  guint n = 0;

  if (isnan (number))
    return g_strdup ("");
  while (n < MAX_DECIMALS && fabs (shown * pow (10, n) - round (shown * pow (10, n))) > 1e-6)
    n++;
  text = ijk_quantity_number (shown, n);
  return g_strconcat (text, unit, NULL);
}

IjkOwnDraft *
ijk_own_draft_new_from (const IjkReference *reference,
                        guint               unit)
{
  const IjkUnit *u = &reference->units[unit];
  IjkOwnDraft *self = ijk_own_draft_new ();

#define TAKE(text, value)                                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_free (self->texts[text]);                                                                    \
    self->texts[text] = (value);                                                                   \
  }                                                                                                \
  G_STMT_END
  self->id = g_strdup (u->id);
  TAKE (IJK_OWN_COMPANY,
        g_strdup (u->company != IJK_NONE ? reference->companies[u->company].name : ""));
  TAKE (IJK_OWN_NAME, g_strdup (u->name));
  TAKE (IJK_OWN_MUNICIPALITY, g_strdup (u->municipality));
  TAKE (IJK_OWN_LEVY_SHARE, write_number (u->levy_share, "%"));
  TAKE (IJK_OWN_BENCHMARK, write_number (u->benchmark_kt, ""));
  TAKE (IJK_OWN_PROCESS_SHARE, write_number (u->has_own_process_share ? u->process_share : NAN, "%"));
  TAKE (IJK_OWN_SOURCE, g_strdup (u->provenance.source));
  for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
    TAKE (IJK_OWN_KT + t, write_number (u->observed_kt[t], ""));
#undef TAKE
  self->choices[IJK_OWN_SECTOR] = u->sector;
  self->choices[IJK_OWN_CLUSTER] = u->cluster;
  self->rest = ijk_unit_find_rest (reference, unit);
  self->kind = u->kind;
  self->status = u->provenance.status;
  for (guint i = 0; i < reference->n_tags; i++)
    if (!ijk_own_tag_is (reference->tags[i]))
      self->tags |= u->tags & (G_GUINT64_CONSTANT (1) << i);
  return self;
}

IjkOwnDraft *
ijk_own_draft_copy (const IjkOwnDraft *self)
{
  IjkOwnDraft *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  return copy;
}

void
ijk_own_draft_free (IjkOwnDraft *self)
{
  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->id);
  g_free (self);
}

gboolean
ijk_own_draft_equal (const IjkOwnDraft *a,
                     const IjkOwnDraft *b)
{
  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    if (!g_str_equal (a->texts[i], b->texts[i]))
      return FALSE;
  return memcmp (a->choices, b->choices, sizeof a->choices) == 0 && a->rest == b->rest
         && a->kind == b->kind && a->status == b->status && a->tags == b->tags;
}

void
ijk_own_draft_set_text (IjkOwnDraft *self,
                        IjkOwnText   text,
                        const char  *value)
{
  g_return_if_fail (text < IJK_N_OWN_TEXTS);
  g_free (self->texts[text]);
  self->texts[text] = g_strstrip (g_strdup (value));
}

double
ijk_own_draft_number (const IjkOwnDraft *self,
                      IjkOwnText         text)
{
  const IjkLever *range = find_range (text);
  double number = NAN;

  g_return_val_if_fail (range != NULL, NAN);
  if (*self->texts[text] == '\0'
      || !ijk_lever_parse_number (range, self->texts[text], &number, NULL))
    return NAN;
  return number;
}

static gboolean
has_recent_year (const IjkOwnDraft *self)
{
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_OBSERVED_YEAR; year++)
    if (*self->texts[IJK_OWN_KT + year - IJK_FIRST_OBSERVED_YEAR] != '\0')
      return TRUE;
  return FALSE;
}

static char *
check_number (const IjkOwnDraft *self,
              IjkOwnText         text)
{
  g_autoptr (GError) error = NULL;
  double number;

  if (*self->texts[text] != '\0')
    return ijk_lever_parse_number (find_range (text), self->texts[text], &number, &error)
               ? NULL
               : g_strdup (error->message);
  if (text == IJK_OWN_LEVY_SHARE)
    return g_strdup (_("Give the part of the emissions that is levied; 100% where all of it is."));
  if (text == IJK_OWN_BENCHMARK)
    return g_strdup (_("Give the rights, or let them be estimated. Without any: 0."));
  if (text == IJK_OWN_KT + IJK_LAST_OBSERVED_YEAR - IJK_FIRST_OBSERVED_YEAR
      && !has_recent_year (self))
    /* Translators: %1$d and %2$d are years. */
    return g_strdup_printf (_("Give the emissions of at least one year from %1$d to %2$d."),
                            IJK_FIRST_YEAR, IJK_LAST_OBSERVED_YEAR);
  return NULL;
}

char *
ijk_own_draft_check (const IjkOwnDraft *self,
                     IjkOwnText         text)
{
  const glong max = text == IJK_OWN_SOURCE ? MAX_SOURCE_CHARACTERS : MAX_CHARACTERS;
  const glong length = g_utf8_strlen (self->texts[text], -1);

  if (find_range (text) != NULL)
    return check_number (self, text);
  if (text == IJK_OWN_COMPANY && length == 0)
    return g_strdup (_("Give the name of the company."));
  if (text == IJK_OWN_SOURCE && length == 0 && self->status != IJK_STATUS_ASSUMPTION)
    return g_strdup (_("Say where the figures come from, or call them an assumption."));
  if (length > max)
    /* Translators: numbers of characters: what was typed, what fits. */
    return g_strdup_printf (_("This has %1$ld characters; at most %2$ld fit."), length, max);
  return NULL;
}

char *
ijk_own_draft_check_choice (const IjkOwnDraft *self,
                            IjkOwnChoice       choice)
{
  if (self->choices[choice] != IJK_NONE)
    return NULL;
  return g_strdup (choice == IJK_OWN_SECTOR ? _("Choose the sector it belongs to.")
                                            : _("Choose the regional cluster it stands in."));
}

gboolean
ijk_own_draft_is_right (const IjkOwnDraft *self)
{
  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    {
      g_autofree char *problem = ijk_own_draft_check (self, i);

      if (problem != NULL)
        return FALSE;
    }
  for (guint i = 0; i < IJK_N_OWN_CHOICES; i++)
    if (self->choices[i] == IJK_NONE)
      return FALSE;
  return TRUE;
}

double
ijk_own_draft_estimate (const IjkOwnDraft  *self,
                        const IjkReference *reference)
{
  const guint sector = self->choices[IJK_OWN_SECTOR];
  const double levy_share = ijk_own_draft_number (self, IJK_OWN_LEVY_SHARE);
  double rights_kt = 0;
  double load_kt = 0;
  double own_kt = NAN;

  if (sector >= reference->n_sectors)
    return NAN;
  for (guint i = reference->sectors[sector].first_unit;
       i < reference->sectors[sector].first_unit + reference->sectors[sector].n_units; i++)
    {
      const IjkUnit *unit = &reference->units[i];

      if (unit->kind != self->kind || ijk_unit_is_own (reference, i) || !(unit->past_kt[0] > 0))
        continue;
      rights_kt += unit->benchmark_kt;
      load_kt += unit->past_kt[0] * unit->levy_share;
    }
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_OBSERVED_YEAR && isnan (own_kt); year++)
    own_kt = ijk_own_draft_number (self, IJK_OWN_KT + year - IJK_FIRST_OBSERVED_YEAR);
  return load_kt > 0 ? rights_kt / load_kt * own_kt * levy_share : NAN;
}

static void
clear_ability (gpointer data)
{
  g_free (((IjkOwnAbility *) data)->names);
}

/* The measures of a sector that need a tag. */
static char *
name_measures (const IjkReference *reference,
               const IjkSector    *sector,
               guint64             tag)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
    {
      const IjkMeasure *measure = &reference->measures[reference->cells[c].measure];

      if ((measure->tags & tag) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                                ijk_language_pick (measure->name_en, measure->name_nl));
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

GArray *
ijk_own_draft_abilities (const IjkOwnDraft  *self,
                         const IjkReference *reference)
{
  GArray *abilities = g_array_new (FALSE, FALSE, sizeof (IjkOwnAbility));
  const guint sector = self->choices[IJK_OWN_SECTOR];

  g_array_set_clear_func (abilities, clear_ability);
  for (guint i = 0; sector < reference->n_sectors && i < reference->n_tags; i++)
    {
      const guint64 tag = G_GUINT64_CONSTANT (1) << i;
      IjkOwnAbility ability
          = { tag, name_measures (reference, &reference->sectors[sector], tag) };

      if (ability.names == NULL)
        continue;
      for (guint k = 0; k < abilities->len && ability.names != NULL; k++)
        {
          IjkOwnAbility *other = &g_array_index (abilities, IjkOwnAbility, k);

          if (!g_str_equal (other->names, ability.names))
            continue;
          other->tags |= tag;
          g_clear_pointer (&ability.names, g_free);
        }
      if (ability.names != NULL)
        g_array_append_val (abilities, ability);
    }
  return abilities;
}

static void
append_cell (GString    *row,
             const char *cell)
{
  if (row->len > 0)
    g_string_append_c (row, ',');
  ijk_append_csv (row, cell);
}

static void
append_number (GString           *row,
               const IjkOwnDraft *self,
               IjkOwnText         text)
{
  const double number = ijk_own_draft_number (self, text);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (!isnan (number))
    g_ascii_formatd (buffer, sizeof buffer, "%.12g", number);
  append_cell (row, buffer);
}

static char *
write_tags (const IjkOwnDraft  *self,
            const IjkReference *reference)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < reference->n_tags; i++)
    if ((self->tags & (G_GUINT64_CONSTANT (1) << i)) != 0)
      g_string_append_printf (tags, "%s%s", tags->len > 0 ? " " : "", reference->tags[i]);
  if (self->rest < reference->n_units)
    g_string_append_printf (tags, "%s" IJK_WITHIN_TAG_PREFIX "%s", tags->len > 0 ? " " : "",
                            reference->units[self->rest].id);
  return g_string_free (g_steal_pointer (&tags), FALSE);
}

char *
ijk_own_draft_to_csv (const IjkOwnDraft  *self,
                      const IjkReference *reference,
                      char              **id)
{
  const char *name = *self->texts[IJK_OWN_NAME] != '\0' ? self->texts[IJK_OWN_NAME]
                                                        : self->texts[IJK_OWN_COMPANY];
  const char *source = self->texts[IJK_OWN_SOURCE];
  g_autofree char *own_id
      = self->id != NULL ? g_strdup (self->id) : ijk_own_make_id (reference, name);
  g_autofree char *tags = write_tags (self, reference);
  g_autoptr (GString) row = g_string_new (NULL);
  g_autoptr (GString) text
      = g_string_new ("id,name,company,sector,cluster,municipality,kind,tags,process_share,"
                      "levy_share,benchmark_kt");

  g_return_val_if_fail (ijk_own_draft_is_right (self), NULL);
  for (int year = IJK_FIRST_OBSERVED_YEAR; year <= IJK_LAST_OBSERVED_YEAR; year++)
    g_string_append_printf (text, ",kt_%d", year);
  g_string_append (text, ",status,source\n");
  append_cell (row, own_id);
  append_cell (row, name);
  append_cell (row, self->texts[IJK_OWN_COMPANY]);
  append_cell (row, reference->sectors[self->choices[IJK_OWN_SECTOR]].id);
  append_cell (row, reference->clusters[self->choices[IJK_OWN_CLUSTER]].id);
  append_cell (row, self->texts[IJK_OWN_MUNICIPALITY]);
  append_cell (row, ijk_kind_ids[self->kind]);
  append_cell (row, tags);
  append_number (row, self, IJK_OWN_PROCESS_SHARE);
  append_number (row, self, IJK_OWN_LEVY_SHARE);
  append_number (row, self, IJK_OWN_BENCHMARK);
  for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
    append_number (row, self, IJK_OWN_KT + t);
  append_cell (row, ijk_status_ids[self->status]);
  append_cell (row, *source != '\0' ? source : _("own figures"));
  g_string_append_printf (text, "%s\n", row->str);
  if (id != NULL)
    *id = g_steal_pointer (&own_id);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
