/* Targets and other points that matter: a symbol that always stays, and a pill or a callout where it
 * stands clear of other words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout-private.h"

#include <math.h>

#define PILL_PADDING 8
#define PILL_AIR 2
#define MARKER_GAP 5
#define CALLOUT_PADDING 8
#define CALLOUT_RADIUS 6
#define MAX_PILL_SHARE 0.06 /* of the plot; a larger one would hide what it is about */

IjkTextSize
ijk_layout_pill_size (IjkChartLayout *self,
                      const char     *text)
{
  IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_STRONG, text);

  size.width += 2 * ijk_layout_scale (self, PILL_PADDING);
  size.height += 2 * ijk_layout_scale (self, PILL_AIR);
  return size;
}

/**
 * ijk_layout_pill_suits:
 *
 * Whether a label of that size leaves enough of a panel to be seen.
 */
gboolean
ijk_layout_pill_suits (const IjkChartLayout *self,
                       guint                 panel,
                       const IjkTextSize    *size)
{
  const IjkBox *plot = &self->panels[panel].plot;

  return size->width <= plot->width && size->height <= plot->height
         && size->width * size->height <= MAX_PILL_SHARE * plot->width * plot->height;
}

/**
 * ijk_layout_pill:
 * @centres: (array length=n_centres): where it may be, best first
 *
 * Places a label in a rounded box at the first free position.
 *
 * Returns: FALSE if none is free
 */
gboolean
ijk_layout_pill (IjkChartLayout *self,
                 IjkPart         part,
                 guint           i_part,
                 IjkRole         role,
                 const char     *text,
                 const IjkPoint *centres,
                 guint           n_centres)
{
  const IjkTextSize size = ijk_layout_pill_size (self, text);
  const IjkTextSize words = ijk_text_meter_measure (self->meter, IJK_TYPE_STRONG, text);

  for (guint i = 0; i < n_centres; i++)
    {
      const IjkBox box = { centres[i].x - size.width / 2, centres[i].y - size.height / 2,
                           size.width, size.height };
      const IjkMark pill = {
        .kind = IJK_MARK_BOX,
        .part = part,
        .i_part = i_part,
        .i_x = IJK_NO_INDEX,
        .box = box,
        .fill = IJK_ROLE_CARD,
        .stroke = role,
        .width_px = 1.4,
        .radius_px = size.height / 2,
      };
      const IjkMark label = {
        .kind = IJK_MARK_TEXT,
        .part = part,
        .i_part = i_part,
        .i_x = IJK_NO_INDEX,
        .box = { centres[i].x - words.width / 2, centres[i].y - words.height / 2, words.width,
                 words.height },
        .text = text,
        .type = IJK_TYPE_STRONG,
        .stroke = role,
      };

      if (!ijk_layout_is_free (self, &box))
        continue;
      ijk_mark_list_add (self->marks, IJK_LAYER_KEY, &pill);
      ijk_mark_list_add (self->marks, IJK_LAYER_LABEL, &label);
      ijk_layout_take (self, &box);
      return TRUE;
    }
  return FALSE;
}

static void
place_pill (IjkChartLayout       *self,
            guint                 i_marker,
            IjkPoint              at)
{
  const IjkChartMarker *marker = &self->spec->markers[i_marker];
  const IjkTextSize size = ijk_layout_pill_size (self, marker->label);
  const double dx = ijk_symbol_get_radius (marker->symbol) + MARKER_GAP + size.width / 2;
  const double dy = ijk_symbol_get_radius (marker->symbol) + MARKER_GAP + size.height / 2;
  const IjkPoint centres[] = {
    { at.x - dx, at.y },        { at.x + dx, at.y },
    { at.x - dx, at.y - dy / 2 }, { at.x - dx, at.y + dy / 2 },
    { at.x + dx, at.y - dy / 2 }, { at.x + dx, at.y + dy / 2 },
    { at.x - dx, at.y - dy },   { at.x - dx, at.y + dy },
    { at.x, at.y - dy },        { at.x, at.y + dy },
  };
  IjkPoint clear[G_N_ELEMENTS (centres)];
  guint n_clear = 0;

  if (!ijk_layout_pill_suits (self, marker->panel, &size))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (centres); i++)
    {
      const IjkBox box = { centres[i].x - size.width / 2, centres[i].y - size.height / 2,
                           size.width, size.height };

      if (!ijk_layout_crosses_line (self, &box, IJK_NO_INDEX))
        clear[n_clear++] = centres[i];
    }
  /* On a line only where it cannot be helped. */
  if (!ijk_layout_pill (self, IJK_PART_MARKER, i_marker, marker->role, marker->label, clear,
                        n_clear))
    ijk_layout_pill (self, IJK_PART_MARKER, i_marker, marker->role, marker->label, centres,
                     G_N_ELEMENTS (centres));
}

static void
draw_callout (IjkChartLayout *self,
              guint           i_marker,
              const IjkBox   *box,
              double          padding)
{
  const IjkChartMarker *marker = &self->spec->markers[i_marker];
  const IjkTextSize first = ijk_text_meter_measure (self->meter, IJK_TYPE_STRONG, marker->label);
  const IjkTextSize second
    = ijk_text_meter_measure (self->meter, IJK_TYPE_LABEL, marker->second_line);
  IjkMark words = {
    .kind = IJK_MARK_TEXT,
    .part = IJK_PART_MARKER,
    .i_part = i_marker,
    .i_x = IJK_NO_INDEX,
    .box = { box->x + padding, box->y + padding / 2, first.width, first.height },
    .text = marker->label,
    .type = IJK_TYPE_STRONG,
    .stroke = IJK_ROLE_TEXT,
  };

  ijk_mark_list_add (self->marks, IJK_LAYER_KEY,
                     &(IjkMark) { .kind = IJK_MARK_BOX, .part = IJK_PART_MARKER,
                                  .i_part = i_marker, .i_x = IJK_NO_INDEX, .box = *box,
                                  .fill = IJK_ROLE_CARD, .radius_px = CALLOUT_RADIUS });
  ijk_mark_list_add (self->marks, IJK_LAYER_LABEL, &words);
  words.box = (IjkBox) { box->x + padding, box->y + padding / 2 + first.height, second.width,
                         second.height };
  words.text = marker->second_line;
  words.type = IJK_TYPE_LABEL;
  words.stroke = IJK_ROLE_TEXT_DIM;
  ijk_mark_list_add (self->marks, IJK_LAYER_LABEL, &words);
  ijk_layout_take (self, box);
}

static void
place_callout (IjkChartLayout *self,
               guint           i_marker,
               IjkPoint        at)
{
  const IjkChartMarker *marker = &self->spec->markers[i_marker];
  const IjkTextSize first = ijk_text_meter_measure (self->meter, IJK_TYPE_STRONG, marker->label);
  const IjkTextSize second
    = ijk_text_meter_measure (self->meter, IJK_TYPE_LABEL, marker->second_line);
  const double padding = ijk_layout_scale (self, CALLOUT_PADDING);
  const double width = MAX (first.width, second.width) + 2 * padding;
  const double height = first.height + second.height + padding;
  const double gap = ijk_symbol_get_radius (marker->symbol) + 2 * MARKER_GAP;
  const IjkBox boxes[] = {
    { at.x + gap, at.y + gap, width, height },
    { at.x - gap - width, at.y + gap, width, height },
    { at.x + gap, at.y - gap - height, width, height },
    { at.x - gap - width, at.y - gap - height, width, height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (ijk_box_contains (&self->panels[marker->panel].plot, &boxes[i], 0)
        && ijk_layout_is_free (self, &boxes[i]))
      {
        draw_callout (self, i_marker, &boxes[i], padding);
        return;
      }
}

static void
add_guides (IjkChartLayout *self,
            const IjkBox   *plot,
            IjkPoint        at)
{
  const IjkPoint flat[] = { { plot->x, at.y }, { plot->x + plot->width, at.y } };
  const IjkPoint upright[] = { { at.x, plot->y }, { at.x, plot->y + plot->height } };
  const IjkRole role
    = self->spec->kind == IJK_CHART_GRID ? IJK_ROLE_INK_ON_HEAT : IJK_ROLE_TEXT;
  const IjkMark mark = { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX, .i_x = IJK_NO_INDEX,
                         .stroke = role, .width_px = 1.3, .dash = IJK_DASH_DOTTED };

  ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE, &mark, flat, 2);
  ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE, &mark, upright, 2);
}

/* NAN where the marker is not within its plot. */
static IjkPoint
find_marker (const IjkChartLayout *self,
             const IjkChartMarker *marker)
{
  const IjkBox *plot = &self->panels[marker->panel].plot;
  const IjkPoint at = { ijk_chart_layout_x_to_px (self, marker->x),
                        ijk_chart_layout_y_to_px (self, marker->panel, marker->y) };
  const IjkBox box = { at.x, at.y, 0, 0 };

  return ijk_box_contains (plot, &box, 0.5) ? at : (IjkPoint) { NAN, NAN };
}

/**
 * ijk_layout_markers:
 *
 * Places all markers: symbols first, so that no label lands on one.
 */
void
ijk_layout_markers (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;

  for (guint i = 0; i < spec->n_markers; i++)
    {
      const IjkChartMarker *marker = &spec->markers[i];
      const IjkPoint at = find_marker (self, marker);
      const double radius = ijk_symbol_get_radius (marker->symbol);
      const IjkBox box = { at.x - radius, at.y - radius, 2 * radius, 2 * radius };

      if (isnan (at.x))
        continue;
      if (marker->has_guides)
        add_guides (self, &self->panels[marker->panel].plot, at);
      ijk_mark_list_add (self->marks, IJK_LAYER_MARKER,
                         &(IjkMark) { .kind = IJK_MARK_SYMBOL, .part = IJK_PART_MARKER,
                                      .i_part = i, .i_x = IJK_NO_INDEX, .panel = marker->panel,
                                      .box = box, .fill = marker->role, .symbol = marker->symbol });
      ijk_layout_take (self, &box);
    }
  if (!ijk_layout_shows (self, IJK_DETAIL_UNIT))
    return;
  for (guint i = 0; i < spec->n_markers; i++)
    {
      const IjkPoint at = find_marker (self, &spec->markers[i]);

      if (isnan (at.x) || spec->markers[i].label == NULL)
        continue;
      if (spec->markers[i].second_line != NULL)
        place_callout (self, i, at);
      else
        place_pill (self, i, at);
    }
}
