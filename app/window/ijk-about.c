/* About: the program and, as a legal section, what its numbers rest on. Sources are taken from the
 * data in use, so that an open workbook tells of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-about.h"

#include "ijk-application.h"
#include "ijk-source.h"

#include <glib/gi18n-lib.h>

static void
add_source (GHashTable *seen,
            GPtrArray  *sources,
            const char *source)
{
  if (source == NULL || *source == '\0' || g_hash_table_contains (seen, source))
    return;
  g_hash_table_add (seen, (gpointer) source);
  g_ptr_array_add (sources, (gpointer) source);
}

/* Every source that is cited for law, targets, history and measures, each once. */
static char *
write_sources (const IjkReference *reference)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < IJK_N_REGIMES; i++)
    add_source (seen, sources, reference->regimes[i].provenance.source);
  for (guint i = 0; i < reference->n_targets; i++)
    add_source (seen, sources, reference->targets[i].provenance.source);
  for (guint i = 0; i < reference->n_history; i++)
    add_source (seen, sources, reference->history[i].provenance.source);
  for (guint i = 0; i < reference->n_sectors; i++)
    add_source (seen, sources, reference->sectors[i].provenance.source);
  for (guint i = 0; i < reference->n_measures; i++)
    add_source (seen, sources, reference->measures[i].provenance.source);
  for (guint i = 0; i < reference->n_projects; i++)
    add_source (seen, sources, reference->projects[i].provenance.source);
  for (guint i = 0; i < sources->len; i++)
    {
      const char *words = ijk_source_words (g_ptr_array_index (sources, i));
      g_autofree char *line = g_markup_escape_text (words, -1);

      g_string_append_printf (text, "• %s\n", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
ijk_about_show (GtkWindow          *parent,
                const IjkReference *reference)
{
  GtkWidget *window = adw_about_window_new ();
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (window);

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  adw_about_window_set_application_name (about, "Ijkpad");
  adw_about_window_set_application_icon (about, IJK_APPLICATION_ID);
  adw_about_window_set_version (about, IJKPAD_VERSION);
  adw_about_window_set_developer_name (about, _("The Ijkpad contributors"));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (
      about, _("Explores the industry chapter of the Dutch Climate Agreement: set the levers of "
               "the law, of money and of the world, and see what they do to emissions, levy and "
               "subsidy until 2050. Projections are the output of a model, not company plans."));
  /* Translators: put your names here, one a line */
  adw_about_window_set_translator_credits (about, _("translator-credits"));
  if (reference != NULL)
    {
      g_autofree char *sources = write_sources (reference);

      adw_about_window_add_legal_section (about, _("Sources of the figures"), NULL,
                                          GTK_LICENSE_CUSTOM, sources);
    }
  adw_about_window_add_legal_section (
      about, _("Libraries"), NULL, GTK_LICENSE_CUSTOM,
      "GTK, libadwaita, GLib, Pango, JSON-GLib: LGPL-2.1-or-later\n"
      "cairo: LGPL-2.1 or MPL-1.1\nPLplot: LGPL-2.0-or-later\nSQLite: public domain\n"
      "libxlsxwriter: BSD-2-Clause");
  gtk_window_present (GTK_WINDOW (window));
}
