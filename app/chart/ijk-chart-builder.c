/* Collects what a chart says and seals it. Checks what would be a bug in the caller: positions that
 * do not exist, counts that do not fit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-builder.h"

#include <math.h>

#include "ijk-chart-spec-private.h"

#define MAX_PANELS 2

struct _IjkChartBuilder
{
  IjkChartSpec spec;
  GStringChunk *strings; /* (owned) */
  GPtrArray *arrays;     /* (owned) */
  GArray *panels;        /* (owned) (element-type IjkChartPanel) */
  GArray *series;        /* (owned) (element-type IjkChartSeries) */
  GArray *markers;       /* (owned) (element-type IjkChartMarker) */
  GArray *rules;         /* (owned) (element-type IjkChartRule) */
  GArray *handles;       /* (owned) (element-type IjkChartHandle) */
  GArray *rows;          /* (owned) (element-type IjkChartRow) */
  GArray *segments;      /* (owned) (element-type IjkChartSegment) */
  GArray *blocks;        /* (owned) (element-type IjkChartBlock) */
};

static const char *
keep_text (IjkChartBuilder *self,
           const char      *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static gconstpointer
keep_array (IjkChartBuilder *self,
            gconstpointer    array,
            gsize            size)
{
  gpointer copy;

  if (array == NULL || size == 0)
    return NULL;
  copy = g_memdup2 (array, size);
  g_ptr_array_add (self->arrays, copy);
  return copy;
}

static const double *
keep_numbers (IjkChartBuilder *self,
              const double    *numbers,
              guint            n_numbers)
{
  return keep_array (self, numbers, n_numbers * sizeof *numbers);
}

static void
keep_axis (IjkChartBuilder *self,
           IjkChartAxis    *axis)
{
  axis->name = keep_text (self, axis->name);
  axis->format.decimal_point = keep_text (self, axis->format.decimal_point);
  axis->format.thousands = keep_text (self, axis->format.thousands);
  axis->format.prefix = keep_text (self, axis->format.prefix);
  axis->format.suffix = keep_text (self, axis->format.suffix);
}

static gboolean
is_ascending (const double *numbers,
              guint         n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    if (!isfinite (numbers[i]) || (i > 0 && numbers[i] <= numbers[i - 1]))
      return FALSE;
  return TRUE;
}

/**
 * ijk_chart_builder_new:
 *
 * Starts a chart without words, panels or data.
 *
 * Returns: (transfer full): the builder
 */
IjkChartBuilder *
ijk_chart_builder_new (IjkChartKind kind)
{
  IjkChartBuilder *self = g_new0 (IjkChartBuilder, 1);

  self->spec.kind = kind;
  self->spec.boundary.x = NAN;
  self->spec.cursor_x = NAN;
  self->spec.x_axis.min = NAN;
  self->spec.x_axis.max = NAN;
  self->strings = g_string_chunk_new (1024);
  self->arrays = g_ptr_array_new_with_free_func (g_free);
  self->panels = g_array_new (FALSE, FALSE, sizeof (IjkChartPanel));
  self->series = g_array_new (FALSE, FALSE, sizeof (IjkChartSeries));
  self->markers = g_array_new (FALSE, FALSE, sizeof (IjkChartMarker));
  self->rules = g_array_new (FALSE, FALSE, sizeof (IjkChartRule));
  self->handles = g_array_new (FALSE, FALSE, sizeof (IjkChartHandle));
  self->rows = g_array_new (FALSE, FALSE, sizeof (IjkChartRow));
  self->segments = g_array_new (FALSE, FALSE, sizeof (IjkChartSegment));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (IjkChartBlock));
  return self;
}

/**
 * ijk_chart_builder_free:
 *
 * Throws away an unfinished chart; ijk_chart_builder_end() does so too.
 */
void
ijk_chart_builder_free (IjkChartBuilder *self)
{
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->arrays, g_ptr_array_unref);
  g_array_unref (self->panels);
  g_array_unref (self->series);
  g_array_unref (self->markers);
  g_array_unref (self->rules);
  g_array_unref (self->handles);
  g_array_unref (self->rows);
  g_array_unref (self->segments);
  g_array_unref (self->blocks);
  g_free (self);
}

void
ijk_chart_builder_set_text (IjkChartBuilder *self,
                            IjkChartText     which,
                            const char      *text)
{
  const char *kept = keep_text (self, text);

  switch (which)
    {
    case IJK_CHART_TITLE:
      self->spec.title = kept;
      break;
    case IJK_CHART_SUBTITLE:
      self->spec.subtitle = kept;
      break;
    case IJK_CHART_SOURCE:
      self->spec.source = kept;
      break;
    case IJK_CHART_DESCRIPTION:
      self->spec.description = kept;
      break;
    case IJK_CHART_LANGUAGE:
      self->spec.language = kept;
      break;
    case IJK_CHART_EMPTY_TEXT:
      self->spec.empty_text = kept;
      break;
    }
}

/**
 * ijk_chart_builder_set_x:
 * @x: (array length=n_x) (nullable): ascending years, or the bin edges of a histogram
 *
 * Sets the horizontal axis. Must come before the series.
 */
void
ijk_chart_builder_set_x (IjkChartBuilder    *self,
                         const IjkChartAxis *axis,
                         const double       *x,
                         guint               n_x)
{
  g_return_if_fail (self->series->len == 0);
  g_return_if_fail (is_ascending (x, n_x));

  self->spec.x_axis = *axis;
  keep_axis (self, &self->spec.x_axis);
  self->spec.x = keep_numbers (self, x, n_x);
  self->spec.n_x = n_x;
}

void
ijk_chart_builder_set_boundary (IjkChartBuilder        *self,
                                const IjkChartBoundary *boundary)
{
  self->spec.boundary = *boundary;
  self->spec.boundary.before_text = keep_text (self, boundary->before_text);
  self->spec.boundary.after_text = keep_text (self, boundary->after_text);
}

void
ijk_chart_builder_set_cursor (IjkChartBuilder *self,
                              double           x)
{
  self->spec.cursor_x = x;
}

void
ijk_chart_builder_set_connects_rows (IjkChartBuilder *self,
                                     gboolean         connects_rows)
{
  self->spec.connects_rows = connects_rows;
}

/**
 * ijk_chart_builder_set_grid:
 * @grid: @x, @y and @levels ascending, with fewer levels than there are heat colours
 *
 * Sets the field of a contour chart. A grid with fewer than two rows or columns is kept as it is
 * and shown as empty.
 */
void
ijk_chart_builder_set_grid (IjkChartBuilder    *self,
                            const IjkChartGrid *grid)
{
  const guint n_cells = grid->n_columns * grid->n_rows;

  g_return_if_fail (is_ascending (grid->x, grid->n_columns));
  g_return_if_fail (is_ascending (grid->y, grid->n_rows));
  g_return_if_fail (is_ascending (grid->levels, grid->n_levels));
  g_return_if_fail (grid->n_levels < IJK_N_HEAT_ROLES);

  self->spec.grid = *grid;
  keep_axis (self, &self->spec.grid.axis);
  self->spec.grid.x = keep_numbers (self, grid->x, grid->n_columns);
  self->spec.grid.y = keep_numbers (self, grid->y, grid->n_rows);
  self->spec.grid.values = keep_numbers (self, grid->values, n_cells);
  self->spec.grid.levels = keep_numbers (self, grid->levels, grid->n_levels);
  self->spec.grid.mask = keep_array (self, grid->mask, n_cells);
  self->spec.grid.mask_text = keep_text (self, grid->mask_text);
}

guint
ijk_chart_builder_add_panel (IjkChartBuilder     *self,
                             const IjkChartPanel *panel)
{
  IjkChartPanel kept = *panel;

  g_return_val_if_fail (self->panels->len < MAX_PANELS, MAX_PANELS - 1);

  keep_axis (self, &kept.axis);
  g_array_append_val (self->panels, kept);
  return self->panels->len - 1;
}

/**
 * ijk_chart_builder_add_series:
 *
 * Adds a series to a panel that exists. It must have a value per x: @n_values may be left 0.
 *
 * Returns: its position
 */
guint
ijk_chart_builder_add_series (IjkChartBuilder      *self,
                              const IjkChartSeries *series)
{
  const guint n_gaps = self->spec.kind == IJK_CHART_HISTOGRAM && self->spec.n_x > 0 ? 1 : 0;
  IjkChartSeries kept = *series;

  g_return_val_if_fail (series->panel < self->panels->len, 0);

  kept.n_values = self->spec.n_x - n_gaps;
  kept.label = keep_text (self, series->label);
  kept.values = keep_numbers (self, series->values, kept.n_values);
  kept.lows = keep_numbers (self, series->lows, kept.n_values);
  kept.highs = keep_numbers (self, series->highs, kept.n_values);
  g_array_append_val (self->series, kept);
  return self->series->len - 1;
}

guint
ijk_chart_builder_add_marker (IjkChartBuilder      *self,
                              const IjkChartMarker *marker)
{
  IjkChartMarker kept = *marker;

  g_return_val_if_fail (marker->panel < self->panels->len, 0);

  kept.label = keep_text (self, marker->label);
  kept.second_line = keep_text (self, marker->second_line);
  g_array_append_val (self->markers, kept);
  return self->markers->len - 1;
}

guint
ijk_chart_builder_add_rule (IjkChartBuilder    *self,
                            const IjkChartRule *rule)
{
  IjkChartRule kept = *rule;

  g_return_val_if_fail (rule->panel < self->panels->len, 0);

  kept.label = keep_text (self, rule->label);
  g_array_append_val (self->rules, kept);
  return self->rules->len - 1;
}

guint
ijk_chart_builder_add_handle (IjkChartBuilder      *self,
                              const IjkChartHandle *handle)
{
  g_return_val_if_fail (handle->series < self->series->len, 0);
  g_return_val_if_fail (handle->i_x < self->spec.n_x, 0);

  g_array_append_val (self->handles, *handle);
  return self->handles->len - 1;
}

guint
ijk_chart_builder_add_row (IjkChartBuilder   *self,
                           const IjkChartRow *row)
{
  IjkChartRow kept = *row;

  kept.label = keep_text (self, row->label);
  g_array_append_val (self->rows, kept);
  return self->rows->len - 1;
}

guint
ijk_chart_builder_add_segment (IjkChartBuilder       *self,
                               const IjkChartSegment *segment)
{
  IjkChartSegment kept = *segment;

  g_return_val_if_fail (segment->row < self->rows->len, 0);

  kept.label = keep_text (self, segment->label);
  g_array_append_val (self->segments, kept);
  return self->segments->len - 1;
}

guint
ijk_chart_builder_add_block (IjkChartBuilder     *self,
                             const IjkChartBlock *block)
{
  IjkChartBlock kept = *block;

  kept.label = keep_text (self, block->label);
  g_array_append_val (self->blocks, kept);
  return self->blocks->len - 1;
}

/* The array's elements move to the spec. */
static gconstpointer
seal_array (IjkChartBuilder *self,
            GArray          *array,
            guint           *n_elements)
{
  *n_elements = array->len;
  return keep_array (self, array->data, (gsize) array->len * g_array_get_element_size (array));
}

/**
 * ijk_chart_builder_end:
 * @self: (transfer full): the builder, which is gone afterwards
 *
 * Seals the chart. Without a panel it gets an unnamed one.
 *
 * Returns: (transfer full): the spec
 */
IjkChartSpec *
ijk_chart_builder_end (IjkChartBuilder *self)
{
  IjkChartSpecBox *box = g_atomic_rc_box_new0 (IjkChartSpecBox);
  IjkChartSpec *spec = &box->spec;

  if (self->panels->len == 0)
    ijk_chart_builder_add_panel (self, &(IjkChartPanel) { .axis = { .min = NAN, .max = NAN } });

  *spec = self->spec;
  spec->panels = seal_array (self, self->panels, &spec->n_panels);
  spec->series = seal_array (self, self->series, &spec->n_series);
  spec->markers = seal_array (self, self->markers, &spec->n_markers);
  spec->rules = seal_array (self, self->rules, &spec->n_rules);
  spec->handles = seal_array (self, self->handles, &spec->n_handles);
  spec->rows = seal_array (self, self->rows, &spec->n_rows);
  spec->segments = seal_array (self, self->segments, &spec->n_segments);
  spec->blocks = seal_array (self, self->blocks, &spec->n_blocks);
  box->strings = g_steal_pointer (&self->strings);
  box->arrays = g_steal_pointer (&self->arrays);
  box->identity = ijk_chart_spec_dup_identity (spec);

  ijk_chart_builder_free (self);
  return spec;
}
