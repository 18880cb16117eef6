/* What surrounds the plot whatever the kind of chart: title, subtitle, source, key, and the message
 * of an empty chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout-private.h"

#include <math.h>

#define MAX_SOURCE_LINES 12
#define MAX_SOURCE_SHARE 0.3 /* of the height left */
#define KEY_SIZE 10
#define LINE_KEY_SIZE 20
#define KEY_GAP 6
#define SIGN_AIR 2 /* between the sign of a key and words before it */
#define MIN_PLOT_SHARE 0.33
#define LOW_PLOT_SHARE 0.2
#define MAX_KEY_SHARE 0.3 /* of the height left */
#define MAX_LARGE_KEY_SHARE 0.45 /* where plots may be low */

/**
 * ijk_layout_shows:
 *
 * Whether this kind of detail is still in.
 */
gboolean
ijk_layout_shows (const IjkChartLayout *self,
                  IjkDetail             detail)
{
  return self->detail < detail;
}

/* A length that goes with the text. */
double
ijk_layout_scale (const IjkChartLayout *self,
                  double                px)
{
  return px * self->parameters.text_scale;
}

/**
 * ijk_layout_min_plot_height:
 *
 * What the plot must have left, all panels together. Words that would take more give way.
 */
double
ijk_layout_min_plot_height (const IjkChartLayout *self)
{
  const gboolean is_low = self->detail >= IJK_DETAIL_ROOM;
  const double share = is_low ? LOW_PLOT_SHARE : MIN_PLOT_SHARE;

  if (self->detail >= IJK_DETAIL_AXIS_TEXT)
    return 1;
  if (self->detail >= IJK_DETAIL_TITLE)
    return ijk_layout_scale (self, 24);
  return MAX (share * self->parameters.height_px, ijk_layout_scale (self, is_low ? 36 : 64));
}

double
ijk_layout_min_plot_width (const IjkChartLayout *self)
{
  if (self->detail >= IJK_DETAIL_AXIS_TEXT)
    return 1;
  return ijk_layout_scale (self, self->detail <= IJK_DETAIL_KEY ? 120 : 60);
}

static void
lay_out_title (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;
  const double gap = ijk_layout_scale (self, 8);
  IjkBox *inner = &self->inner;
  double right = inner->x;

  if (spec->title != NULL && ijk_layout_shows (self, IJK_DETAIL_TITLE))
    {
      const IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_TITLE, spec->title);
      const IjkBox box = { inner->x, inner->y, MIN (size.width, inner->width), size.height };

      ijk_layout_text (self,
                       &(IjkMark) { .text = spec->title, .type = IJK_TYPE_TITLE,
                                    .stroke = IJK_ROLE_TEXT, .is_cut = TRUE },
                       &box);
      right = box.x + box.width + gap;
      inner->y += size.height + ijk_layout_scale (self, 2);
      inner->height -= size.height + ijk_layout_scale (self, 2);
    }
  if (spec->subtitle != NULL && ijk_layout_shows (self, IJK_DETAIL_SUBTITLE))
    {
      const IjkTextSize size
        = ijk_text_meter_measure (self->meter, IJK_TYPE_SUBTITLE, spec->subtitle);
      const double room = inner->x + inner->width - right;
      const gboolean is_beside = right > inner->x && size.width <= room;
      /* On the title's baseline, near enough: both boxes end at their descent. */
      const IjkBox box = {
        is_beside ? right : inner->x,
        is_beside ? inner->y - ijk_layout_scale (self, 3) - size.height : inner->y,
        MIN (size.width, inner->width),
        size.height,
      };

      ijk_layout_text (self,
                       &(IjkMark) { .text = spec->subtitle, .type = IJK_TYPE_SUBTITLE,
                                    .stroke = IJK_ROLE_TEXT_DIM, .is_cut = TRUE },
                       &box);
      if (!is_beside)
        {
          inner->y += size.height;
          inner->height -= size.height;
        }
    }
  if (right > inner->x)
    {
      inner->y += ijk_layout_scale (self, 4);
      inner->height -= ijk_layout_scale (self, 4);
    }
}

static void
lay_out_source (IjkChartLayout *self)
{
  IjkBox *inner = &self->inner;
  const double line_height = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_SOURCE);
  const guint max_lines
    = (guint) CLAMP (MAX_SOURCE_SHARE * inner->height / line_height, 1, MAX_SOURCE_LINES);
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  if (self->spec->source == NULL || !ijk_layout_shows (self, IJK_DETAIL_SOURCE))
    return;

  lines = ijk_text_meter_wrap (self->meter, IJK_TYPE_SOURCE, self->spec->source, inner->width,
                               max_lines);
  n_lines = g_strv_length (lines);
  for (guint i = 0; i < n_lines; i++)
    {
      const double y = inner->y + inner->height - (n_lines - i) * line_height;
      const IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_SOURCE, lines[i]);

      ijk_layout_text (self,
                       &(IjkMark) { .text = lines[i], .type = IJK_TYPE_SOURCE,
                                    .stroke = IJK_ROLE_TEXT_DIM, .is_cut = TRUE },
                       &(IjkBox) { inner->x, y, MIN (size.width, inner->width), line_height });
    }
  inner->height -= n_lines * line_height + ijk_layout_scale (self, 8);
}

/**
 * ijk_layout_frame:
 *
 * Places title and source, and leaves what remains in the layout's inner box.
 */
void
ijk_layout_frame (IjkChartLayout *self)
{
  const double padding = self->parameters.padding_px;

  self->inner = (IjkBox) { padding, padding, self->parameters.width_px - 2 * padding,
                           self->parameters.height_px - 2 * padding };
  if (self->parameters.flags & IJK_LAYOUT_TITLE)
    lay_out_title (self);
  if (self->parameters.flags & IJK_LAYOUT_SOURCE)
    lay_out_source (self);
  self->inner.height = MAX (self->inner.height, 1);
}

static double
key_width (const IjkChartLayout *self,
           const IjkEndLabel    *entry)
{
  return ijk_layout_scale (self, entry->is_line_key ? LINE_KEY_SIZE : KEY_SIZE);
}

/**
 * ijk_layout_key_entry_width:
 *
 * How wide an entry of a key is with its whole name.
 */
double
ijk_layout_key_entry_width (IjkChartLayout    *self,
                            const IjkEndLabel *entry)
{
  return key_width (self, entry) + ijk_layout_scale (self, KEY_GAP)
         + ijk_text_meter_measure (self->meter, IJK_TYPE_LABEL, entry->text).width;
}

static void
draw_key (IjkChartLayout    *self,
          const IjkEndLabel *entry,
          double             x,
          double             y)
{
  const double width = key_width (self, entry);
  const double half = ijk_layout_scale (self, KEY_SIZE) / 2;

  if (entry->is_line_key)
    {
      const IjkPoint points[] = { { x, y }, { x + width, y } };

      ijk_mark_list_add_shape (self->marks, IJK_LAYER_KEY,
                               &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                            .i_x = IJK_NO_INDEX, .stroke = entry->role,
                                            .width_px = 2.2, .dash = entry->dash },
                               points, 2);
    }
  else
    ijk_mark_list_add (self->marks, IJK_LAYER_KEY,
                       &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                    .i_x = IJK_NO_INDEX, .box = { x, y - half, width, 2 * half },
                                    .fill = entry->role, .tone = entry->tone,
                                    .pattern = entry->pattern, .radius_px = 2 });
}

/**
 * ijk_layout_key_entry:
 * @x: where it begins
 * @y: its middle
 * @width: of sign and name, which is cut there
 *
 * Places one entry of a key: the sign of a series and its name.
 *
 * Returns: FALSE if other words stand there
 */
gboolean
ijk_layout_key_entry (IjkChartLayout    *self,
                      const IjkEndLabel *entry,
                      double             x,
                      double             y,
                      double             width)
{
  const IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_LABEL, entry->text);
  const double sign = key_width (self, entry) + ijk_layout_scale (self, KEY_GAP);
  const double left = MAX (x - SIGN_AIR, 0);
  const IjkBox before = { left, y - size.height / 2, x + sign - left, size.height };

  if (!ijk_layout_is_free (self, &before)
      || !ijk_layout_text (self,
                           &(IjkMark) { .text = entry->text, .type = IJK_TYPE_LABEL,
                                        .stroke = IJK_ROLE_TEXT, .part = entry->part,
                                        .i_part = entry->i_part, .is_cut = TRUE },
                           &(IjkBox) { x + sign, y - size.height / 2,
                                       MIN (size.width, width - sign), size.height }))
    return FALSE;
  ijk_layout_take (self, &before);
  draw_key (self, entry, x, y);
  return TRUE;
}

/**
 * ijk_layout_key:
 * @entries: (array length=n_entries): in the order to list them
 *
 * Lists the entries in rows at the bottom of the inner box, which shrinks.
 *
 * Returns: FALSE if that would take too much of the height
 */
gboolean
ijk_layout_key (IjkChartLayout    *self,
                const IjkEndLabel *entries,
                guint              n_entries)
{
  const double line_height = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_LABEL)
                             + ijk_layout_scale (self, 3);
  const double between = ijk_layout_scale (self, 16);
  IjkBox *inner = &self->inner;
  const double max_height = inner->height
                            * (ijk_layout_shows (self, IJK_DETAIL_ROOM) ? MAX_KEY_SHARE
                                                                        : MAX_LARGE_KEY_SHARE);
  guint n_rows = 1;

  if (n_entries == 0)
    return TRUE;

  for (guint pass = 0; pass < 2; pass++)
    {
      const double top = inner->y + inner->height - n_rows * line_height;
      double x = 0;
      guint i_row = 0;

      for (guint i = 0; i < n_entries; i++)
        {
          const double width = MIN (ijk_layout_key_entry_width (self, &entries[i]), inner->width);

          if (x > 0 && x + width > inner->width)
            {
              x = 0;
              i_row++;
            }
          if (pass == 1
              && !ijk_layout_key_entry (self, &entries[i], inner->x + x,
                                        top + (i_row + 0.5) * line_height, width))
            return FALSE;
          x += width + between;
        }
      n_rows = i_row + 1;
      if (pass == 0 && n_rows * line_height > max_height)
        return FALSE;
    }
  inner->height -= n_rows * line_height + ijk_layout_scale (self, 6);
  return TRUE;
}

/**
 * ijk_layout_empty_message:
 *
 * Leaves a message in the middle in place of the data.
 */
void
ijk_layout_empty_message (IjkChartLayout *self)
{
  const IjkBox *inner = &self->inner;
  IjkTextSize size;

  self->is_empty = TRUE;
  self->panels[0] = (IjkLayoutPanel) { .plot = *inner, .y_min = 0, .y_max = 1 };
  self->n_panels = 1;
  if (self->spec->empty_text == NULL || !ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return;

  size = ijk_text_meter_measure (self->meter, IJK_TYPE_LABEL, self->spec->empty_text);
  if (size.height > inner->height)
    return;
  size.width = MIN (size.width, inner->width);
  ijk_layout_text (self,
                   &(IjkMark) { .text = self->spec->empty_text, .type = IJK_TYPE_LABEL,
                                .stroke = IJK_ROLE_TEXT_DIM, .is_cut = TRUE },
                   &(IjkBox) { inner->x + (inner->width - size.width) / 2,
                               inner->y + (inner->height - size.height) / 2, size.width,
                               size.height });
}
