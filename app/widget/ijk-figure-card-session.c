/* How a card follows a session: which of its changes make the figure stale, and how the figure is
 * shown; and what a person does to the chart that is a choice for the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "ijk-figure-card-private.h"
#include "ijk-mark.h"
#include "ijk-sector-group.h"
#include "ijk-widget.h"

#define TITLE_CHARS 16

/* Recipes cover the years of the model; the cursor may stand in an earlier one. */
gboolean
ijk_figure_card_get_input (IjkFigureCard  *self,
           IjkFigureInput *input)
{
  if (self->session == NULL || !ijk_session_get_figure_input (self->session, input))
    return FALSE;
  input->year = CLAMP (input->year, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  return TRUE;
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

/* Where room is short the finding gives way to the title. */
void
ijk_figure_card_set_title (IjkFigureCard *self,
           const char    *title)
{
  set_text (self->title, title);
  /* A character counts as a wide one, so fewer of them are asked for than a short title has. */
  gtk_label_set_width_chars (self->title,
                             (int) MIN (g_utf8_strlen (title, -1) * 2 / 3, TITLE_CHARS));
}

static void
show_spec (IjkFigureCard      *self,
           const IjkChartSpec *spec)
{
  ijk_chart_view_set_holds_axis (self->view, ijk_session_is_in_step (self->session));
  ijk_chart_view_set_spec (self->view, spec);
  ijk_figure_card_set_title (self, spec->title != NULL ? spec->title : _(self->figure->title));
  ijk_text_line_set_text (self->subtitle, spec->subtitle);
  set_text (self->source, spec->source);
  gtk_widget_set_visible (GTK_WIDGET (self->source), spec->source != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title), -1);
}

/* Figures of many runs get finer while one looks. */
static void
update_progress (IjkFigureCard        *self,
                 const IjkFigureInput *input)
{
  const gboolean needs = (self->figure->flags & IJK_FIGURE_NEEDS_LANDSCAPE) != 0;
  const gboolean is_busy = needs && !ijk_session_landscape_is_done (self->session);

  /* Someone else may have asked another question, which is shown as well as our own. */
  if (needs && input->landscape == NULL && !self->has_asked)
    ijk_session_ask_landscape (self->session, &ijk_landscape_default_question);
  self->has_asked = needs && input->landscape == NULL;
  gtk_widget_set_visible (self->progress, is_busy);
  if (is_busy && input->landscape != NULL)
    {
      const IjkLandscapeQuestion *question = &input->landscape->question;

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                     (double) input->landscape->n_done
                                       / (question->n_columns * question->n_rows));
    }
}

void
ijk_figure_card_refresh (IjkFigureCard *self)
{
  IjkFigureInput input;
  g_autoptr (IjkChartSpec) spec = NULL;

  if (self->figure == NULL || !ijk_figure_card_get_input (self, &input))
    return;
  self->is_stale = FALSE;
  update_progress (self, &input);
  spec = ijk_figure_make_spec (self->figure, &input);
  if (spec == NULL)
    return;
  show_spec (self, spec);
  if (self->shows_table)
    ijk_figure_table_view_set_table (self->table_view,
                                     ijk_figure_make_table (self->figure, &input));
}

void
ijk_figure_card_make_stale (IjkFigureCard *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ijk_figure_card_refresh (self);
}

static void
year_changed_cb (IjkFigureCard *self)
{
  ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
  ijk_figure_table_view_set_year (self->table_view, ijk_session_get_year (self->session));
  if (self->figure != NULL && (self->figure->flags & IJK_FIGURE_IS_OF_YEAR) != 0)
    ijk_figure_card_make_stale (self);
}

/* After a drag axes settle on the data. */
static void
step_changed_cb (IjkFigureCard *self)
{
  if (!ijk_session_is_in_step (self->session))
    ijk_chart_view_set_holds_axis (self->view, FALSE);
}

static void
view_year_changed_cb (IjkFigureCard *self)
{
  const int year = ijk_chart_view_get_year (self->view);

  if (self->session != NULL && year > 0)
    {
      ijk_session_set_year (self->session, year);
      /* It may have refused: the cursor is where the session says. */
      ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
    }
}

/* The group of sectors that a part of a chart shows, itself or one of them. Told by name and colour
 * together: colours have other uses elsewhere. */
static IjkSectorGroup
find_group_of_part (const IjkReference *reference,
                    const IjkChartSpec *spec,
                    IjkPart             part,
                    guint               index)
{
  if (part == IJK_PART_SERIES && index < spec->n_series)
    return ijk_sector_group_find (reference, spec->series[index].label, spec->series[index].role);
  if (part == IJK_PART_ROW && index < spec->n_rows)
    for (guint i = 0; i < spec->n_segments; i++)
      if (spec->segments[i].row == index)
        return ijk_sector_group_find (reference, spec->rows[index].label, spec->segments[i].role);
  return IJK_N_SECTOR_GROUPS;
}

/* A click on the part of a sector highlights its group in all charts, a second one ends it. */
static void
part_activated_cb (IjkFigureCard *self,
                   guint          part,
                   guint          index)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const IjkChartSpec *spec = ijk_chart_view_get_spec (self->view);
  const guint current = ijk_session_get_sector (self->session);
  IjkSectorGroup group;

  if (spec == NULL || reference == NULL)
    return;
  group = find_group_of_part (reference, spec, (IjkPart) part, index);
  if (group == IJK_N_SECTOR_GROUPS)
    return;
  if (current < reference->n_sectors && ijk_sector_group_of (reference, current) == group)
    ijk_session_set_sector (self->session, IJK_NONE);
  else
    ijk_session_set_sector (self->session, ijk_sector_group_first (reference, group));
}

/* Once, when the card has its session and its children. */
void
ijk_figure_card_follow_session (IjkFigureCard *self)
{
  static const char *const watched[] = {
    "notify::result",         "notify::law-result", "notify::compare-result", "notify::landscape",
    "notify::scenario-name",  "notify::sector",     "notify::company",
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i], G_CALLBACK (ijk_figure_card_make_stale),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::year", G_CALLBACK (year_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::in-step", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
  ijk_figure_table_view_set_year (self->table_view, ijk_session_get_year (self->session));
  g_signal_connect_object (self->view, "notify::year", G_CALLBACK (view_year_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "part-activated", G_CALLBACK (part_activated_cb), self,
                           G_CONNECT_SWAPPED);
}
