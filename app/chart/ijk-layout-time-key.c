/* The key of a time chart, which names what there is no room to name at the data: in rows below the
 * plots, or in a column beside them where rows would leave the plots too low.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>

#include "ijk-layout-time-private.h"

#define KEY_AIR 2            /* between lines, where there is room */
#define KEY_COLUMN_GAP 18    /* between the plots and a key beside them */
#define MAX_WHOLE_SHARE 0.36 /* of the width, for a column of whole names */
#define MAX_CUT_SHARE 0.42   /* and of names that may be cut */
#define MIN_CUT_WIDTH 90     /* less leaves nothing of a name */

/* Where the key is at this level of detail. */
IjkTimeKeyPlace
ijk_time_key_place (const IjkTimeLayout *time)
{
  const IjkChartLayout *self = time->layout;

  if (ijk_layout_shows (self, IJK_DETAIL_LABELS) || !ijk_layout_shows (self, IJK_DETAIL_KEY))
    return IJK_TIME_KEY_NONE;
  if (ijk_layout_shows (self, IJK_DETAIL_KEY_BELOW))
    return IJK_TIME_KEY_BELOW;
  if (ijk_layout_shows (self, IJK_DETAIL_ROOM))
    return IJK_TIME_KEY_BESIDE;
  return ijk_layout_shows (self, IJK_DETAIL_WHOLE_NAMES) ? IJK_TIME_KEY_BELOW
                                                         : IJK_TIME_KEY_BESIDE;
}

/* Two panels often show the same series: one name is enough. */
static gboolean
is_same_entry (const IjkEndLabel *a,
               const IjkEndLabel *b)
{
  return a->role == b->role && a->tone == b->tone && a->pattern == b->pattern
         && a->dash == b->dash && a->is_line_key == b->is_line_key
         && g_str_equal (a->text, b->text);
}

static void
add_entry (GArray            *entries,
           const IjkEndLabel *entry)
{
  for (guint i = 0; i < entries->len; i++)
    if (is_same_entry (&g_array_index (entries, IjkEndLabel, i), entry))
      return;
  g_array_append_val (entries, *entry);
}

/* Adds what a panel shows, in the order of the spec, that is not in the key yet. */
static void
collect_entries (IjkTimeLayout *time,
                 guint          panel,
                 GArray        *entries)
{
  const IjkChartSpec *spec = time->layout->spec;

  for (guint i = 0; i < spec->n_series; i++)
    {
      IjkEndLabel entry;
      double x, y;

      if (spec->series[i].panel != panel || spec->series[i].is_unlabelled
          || spec->series[i].label == NULL || !ijk_time_find_end (time, i, &x, &y))
        continue;
      entry = ijk_time_make_label (time, i, y);
      entry.anchor = (IjkPoint) { x, y };
      add_entry (entries, &entry);
    }
  for (guint i = 0; i < spec->n_rules; i++)
    {
      const IjkEndLabel entry = ijk_time_make_rule_label (time, i);

      if (spec->rules[i].panel == panel && entry.text != NULL && isfinite (entry.anchor.y))
        add_entry (entries, &entry);
    }
}

/* A name that has to be cut goes without its last value: half a number is another number. */
static void
drop_cut_value (const IjkTimeLayout *time,
                IjkEndLabel         *entry,
                double               width)
{
  if (entry->part == IJK_PART_SERIES && ijk_layout_key_entry_width (time->layout, entry) > width)
    entry->text = time->layout->spec->series[entry->i_part].label;
}

/**
 * ijk_time_place_key_below:
 *
 * Lists all series in rows below the plots.
 *
 * Returns: FALSE if that would take too much of the height
 */
gboolean
ijk_time_place_key_below (IjkTimeLayout *time)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (IjkEndLabel));

  for (guint i = 0; i < time->layout->spec->n_panels; i++)
    collect_entries (time, i, entries);
  for (guint i = 0; i < entries->len; i++)
    drop_cut_value (time, &g_array_index (entries, IjkEndLabel, i), time->layout->inner.width);
  return ijk_layout_key (time->layout, (const IjkEndLabel *) entries->data, entries->len);
}

/* Lines from the highest end down, then surfaces from the top of the stack down. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const IjkEndLabel *one = a;
  const IjkEndLabel *other = b;

  if (one->is_line_key != other->is_line_key)
    return one->is_line_key ? -1 : 1;
  if (one->is_line_key && one->anchor.y != other->anchor.y)
    return one->anchor.y > other->anchor.y ? -1 : 1;
  return one->i_part > other->i_part ? -1 : one->i_part < other->i_part;
}

/* The entries of a column beside the plots, those of the first panel first.
 * @n_entries: (out): of each panel */
static GArray *
collect_column (IjkTimeLayout *time,
                guint         *n_entries)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (IjkEndLabel));

  for (guint i = 0; i < time->layout->spec->n_panels; i++)
    {
      const guint n_before = entries->len;

      collect_entries (time, i, entries);
      n_entries[i] = entries->len - n_before;
      if (n_entries[i] > 0)
        qsort (&g_array_index (entries, IjkEndLabel, n_before), n_entries[i],
               sizeof (IjkEndLabel), compare_entries);
    }
  return entries;
}

/**
 * ijk_time_key_column_width:
 *
 * How much of the width a key beside the plots takes, the gap included.
 *
 * Returns: the width in pixels; NAN if that would be too much
 */
double
ijk_time_key_column_width (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const gboolean is_whole = ijk_layout_shows (self, IJK_DETAIL_WHOLE_NAMES);
  const double gap = ijk_layout_scale (self, KEY_COLUMN_GAP);
  const double max_width
    = (is_whole ? MAX_WHOLE_SHARE : MAX_CUT_SHARE) * self->inner.width - gap;
  guint n_entries[2] = { 0, 0 };
  g_autoptr (GArray) entries = collect_column (time, n_entries);
  double width = 0;

  for (guint i = 0; i < entries->len; i++)
    width = MAX (width, ijk_layout_key_entry_width (
                          self, &g_array_index (entries, IjkEndLabel, i)));
  if (width > max_width && (is_whole || max_width < ijk_layout_scale (self, MIN_CUT_WIDTH)))
    return NAN;
  return entries->len > 0 ? MIN (width, max_width) + gap : 0;
}

/**
 * ijk_time_lower_unit_width:
 *
 * How wide the name of an axis below the first may be. A full column runs beside it, and is no use
 * without the names in it; the words of the axis are cut first.
 */
double
ijk_time_lower_unit_width (const IjkTimeLayout *time)
{
  const IjkChartLayout *self = time->layout;
  const IjkBox *plot = &self->panels[0].plot;

  if (ijk_time_key_place (time) != IJK_TIME_KEY_BESIDE
      || ijk_layout_shows (self, IJK_DETAIL_WHOLE_NAMES))
    return self->inner.width;
  return plot->x + plot->width + ijk_layout_scale (self, KEY_COLUMN_GAP / 2) - self->inner.x;
}

/**
 * ijk_time_place_key_beside:
 * @column_width: as worked out before the plots were given their width
 *
 * Lists what each panel shows beside it; what does not fit there moves along the other panel.
 *
 * Returns: FALSE if the key is higher than the plots
 */
gboolean
ijk_time_place_key_beside (IjkTimeLayout *time,
                           double         column_width)
{
  IjkChartLayout *self = time->layout;
  const gboolean is_dense = !ijk_layout_shows (self, IJK_DETAIL_WHOLE_NAMES);
  const double pitch = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_LABEL)
                       + (is_dense ? 0 : ijk_layout_scale (self, KEY_AIR));
  const double gap = ijk_layout_scale (self, KEY_COLUMN_GAP);
  const IjkBox *first = &self->panels[0].plot;
  const double x = first->x + first->width + gap;
  /* Beside the words above the first plot too, but not beside the name of its axis. */
  double low = first->y - ijk_time_words_height (time);
  const double high = self->inner.y + self->inner.height;
  guint n_entries[2] = { 0, 0 };
  g_autoptr (GArray) entries = collect_column (time, n_entries);
  double centres[2], heights[2];
  double total = 0;
  guint i_entry = 0;

  for (guint i = 0; i < self->n_panels; i++)
    {
      /* Half a line between the panels. */
      heights[i] = n_entries[i] * pitch + (i > 0 ? pitch / 2 : 0);
      centres[i] = self->panels[i].plot.y + heights[i] / 2;
      total += heights[i];
    }
  /* A full column begins beside the name of the axis, if that is short. */
  if (is_dense && total > high - low)
    low = self->inner.y;
  if (total > high - low)
    return FALSE;

  ijk_spread_positions (centres, heights, self->n_panels, low, high);
  for (guint i = 0; i < self->n_panels; i++)
    {
      const double top = centres[i] + heights[i] / 2 - n_entries[i] * pitch;

      for (guint k = 0; k < n_entries[i]; k++)
        {
          IjkEndLabel *entry = &g_array_index (entries, IjkEndLabel, i_entry++);

          drop_cut_value (time, entry, column_width - gap);
          if (!ijk_layout_key_entry (self, entry, x, top + (k + 0.5) * pitch, column_width - gap))
            return FALSE;
        }
    }
  return TRUE;
}
