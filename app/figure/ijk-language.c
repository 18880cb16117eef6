/* Which catalogue is in force. gettext is steered with the environment variable LANGUAGE, which it
 * reads at every look-up, because that works without the locale being installed: a machine with only
 * C.UTF-8 can still print a Dutch chart.
 *
 * Numbers are written by ijk-number.c from the language chosen here. LC_NUMERIC stays "C", so that no
 * library finds a decimal comma where it writes files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define DOMAIN "ijkpad"

typedef enum
{
  LANGUAGE_ENGLISH, /* the source: needs no catalogue */
  LANGUAGE_DUTCH,
  N_LANGUAGES,
} Language;

static const char *const language_ids[N_LANGUAGES] = { "en", "nl" };

/* Of the process, as gettext's own state is. */
static int in_force = LANGUAGE_ENGLISH; /* a Language; atomic */
static char *catalogue_dir = NULL;     /* (owned) (nullable) before init */
static char *environment_wish = NULL;  /* (owned) (nullable) LANGUAGE as it was at the start */

static gboolean
has_catalogue (Language language)
{
  g_autofree char *path = NULL;

  if (language == LANGUAGE_ENGLISH)
    return TRUE;
  if (catalogue_dir == NULL)
    return FALSE;
  path = g_build_filename (catalogue_dir, language_ids[language], "LC_MESSAGES", DOMAIN ".mo", NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* gettext translates nothing in the locale "C", whatever LANGUAGE says. */
static void
leave_c_locale (void)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);

  if (messages != NULL && strcmp (messages, "C") != 0 && strcmp (messages, "POSIX") != 0)
    return;
  if (setlocale (LC_MESSAGES, "C.UTF-8") == NULL)
    g_debug ("No locale C.UTF-8: the program will speak English");
}

/* GLib gives the languages of the environment, the dearest first: "nl_NL.UTF-8", "nl", "C". */
static Language
find_wish (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    for (Language language = 0; language < N_LANGUAGES; language++)
      {
        const char *id = language_ids[language];
        const gsize length = strlen (id);

        if (strncmp (names[i], id, length) == 0 && !g_ascii_isalpha (names[i][length])
            && has_catalogue (language))
          return language;
      }
  return LANGUAGE_ENGLISH;
}

/* Other threads read the environment, at every look-up of a text for one, and nothing keeps them
 * from it while it changes. To give a variable that is there another value only exchanges a pointer,
 * and the C library keeps the old text; to add or remove one moves the others. So the variable is
 * made before there are threads, by ijk_language_init(), and from then on it is never taken away:
 * empty is as good as not there. */
static void
put_in_environment (const char *wish)
{
  if (wish == NULL)
    wish = "";
  if (g_strcmp0 (g_getenv ("LANGUAGE"), wish) != 0)
    g_setenv ("LANGUAGE", wish, TRUE);
}

static void
put_in_force (Language language)
{
  g_atomic_int_set (&in_force, (int) language);
  put_in_environment (language_ids[language]);
  /* Naming the domain again makes gettext forget what it looked up before. */
  textdomain (DOMAIN);
}

/**
 * ijk_language_init:
 * @locale_dir: folder that holds `nl/LC_MESSAGES/ijkpad.mo`
 *
 * Binds the catalogues and takes the language of the environment. To be called before there are
 * other threads.
 */
void
ijk_language_init (const char *locale_dir)
{
  static gboolean is_first = TRUE;

  g_return_if_fail (locale_dir != NULL);

  if (is_first)
    environment_wish = g_strdup (g_getenv ("LANGUAGE"));
  is_first = FALSE;
  g_free (catalogue_dir);
  catalogue_dir = g_strdup (locale_dir);

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C");
  setlocale (LC_NUMERIC, "C");
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  leave_c_locale ();
  /* GLib decides at its first look-up, once and for all, not to translate a program whose default
   * domain has no catalogue in the language of that moment, such as ours in English. It must decide
   * before there is a default domain, or Dutch could not be chosen later. */
  (void) g_dgettext (DOMAIN, "x");
  bindtextdomain (DOMAIN, locale_dir);
  bind_textdomain_codeset (DOMAIN, "UTF-8");
  ijk_language_select (NULL);
}

/**
 * ijk_language_select:
 * @id: (nullable): "en", "nl", or %NULL for what the environment asks for
 *
 * Puts a language in force for the whole process. Texts made before keep theirs.
 *
 * Returns: %FALSE for a language there is no catalogue of; the old one stays then
 */
gboolean
ijk_language_select (const char *id)
{
  if (id == NULL)
    {
      put_in_environment (environment_wish);
      put_in_force (find_wish ());
      return TRUE;
    }
  for (Language language = 0; language < N_LANGUAGES; language++)
    if (g_str_equal (id, language_ids[language]))
      {
        if (!has_catalogue (language))
          return FALSE;
        put_in_force (language);
        return TRUE;
      }
  return FALSE;
}

/**
 * ijk_language_get:
 *
 * Returns: (transfer none): "en" or "nl"
 */
const char *
ijk_language_get (void)
{
  return language_ids[g_atomic_int_get (&in_force)];
}

/**
 * ijk_language_pick:
 *
 * Returns: (transfer none): the name in the language in force; the other one where it is empty
 */
const char *
ijk_language_pick (const char *name_en,
                   const char *name_nl)
{
  const gboolean is_dutch = g_atomic_int_get (&in_force) == LANGUAGE_DUTCH;
  const char *wanted = is_dutch ? name_nl : name_en;
  const char *other = is_dutch ? name_en : name_nl;

  return wanted != NULL && *wanted != '\0' ? wanted : other;
}
