/* Asks the chart of a card what the pointer is on, and the recipe what that is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-why-card.h"

#include "ijk-chart-hit.h"
#include "ijk-why-door.h"
#include "ijk-widget.h"

/* What the chart calls the part at a point. (transfer none) (nullable) */
static const char *
find_label (IjkFigureCard          *card,
            const graphene_point_t *point)
{
  IjkChartView *view = ijk_figure_card_get_view (card);
  const IjkChartLayout *layout = ijk_chart_view_get_layout (view);
  const IjkChartSpec *spec = ijk_chart_view_get_spec (view);
  graphene_point_t at;
  IjkChartHit hit;

  if (layout == NULL || spec == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (card), GTK_WIDGET (view), point, &at))
    return NULL;
  hit = ijk_chart_layout_pick (layout, at.x, at.y);
  if (hit.part == IJK_PART_SERIES && hit.i_part < spec->n_series)
    return spec->series[hit.i_part].label;
  if (hit.part == IJK_PART_ROW && hit.i_part < spec->n_rows)
    return spec->rows[hit.i_part].label;
  if (hit.part == IJK_PART_BLOCK && hit.i_part < spec->n_blocks)
    return spec->blocks[hit.i_part].label;
  return NULL;
}

static gboolean
has_sector (const IjkAskedNumber *number,
            guint                 sector)
{
  for (guint i = 0; i < number->n_items; i++)
    if (number->indicator->items == IJK_ITEMS_SECTOR && number->items[i] == sector)
      return TRUE;
  return FALSE;
}

/* The line the pointer is on, else that of the highlighted sector, else the total, else the first. */
static guint
find_meant (const GPtrArray *numbers,
            const char      *label,
            guint            sector)
{
  guint found = 0;
  gboolean is_total = FALSE;

  for (guint i = 0; i < numbers->len; i++)
    {
      const IjkNamedNumber *named = g_ptr_array_index (numbers, i);
      const IjkItems items = named->number.indicator->items;

      if (label != NULL && g_str_has_prefix (named->name, label))
        return i;
      if (label == NULL && sector != IJK_NONE && has_sector (&named->number, sector))
        return i;
      if (!is_total && (items == IJK_ITEMS_SCOPE || items == IJK_ITEMS_NL))
        {
          is_total = TRUE;
          found = i;
        }
    }
  return found;
}

static GPtrArray *
list_cb (GtkWidget              *widget,
         const graphene_point_t *point,
         guint                  *selected)
{
  IjkFigureCard *card = IJK_FIGURE_CARD (widget);
  const char *label = point != NULL ? find_label (card, point) : NULL;
  const IjkFigure *figure = ijk_figure_card_get_figure (card);
  const IjkChartSpec *spec = ijk_figure_card_get_spec (card);
  g_autoptr (IjkSession) session = NULL;
  IjkFigureInput input;
  GPtrArray *numbers;

  g_object_get (card, "session", &session, NULL);
  if (figure == NULL || spec == NULL || session == NULL
      || !ijk_session_get_figure_input (session, &input))
    return NULL;
  numbers = ijk_figure_list_numbers (figure, &input, spec);
  *selected = find_meant (numbers, label, input.sector);
  return numbers;
}

void
ijk_why_card_add (IjkFigureCard *card)
{
  g_return_if_fail (IJK_IS_FIGURE_CARD (card));

  ijk_why_door_add (GTK_WIDGET (card), list_cb, NULL);
}
