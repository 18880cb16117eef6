/* Life and identity of a spec.
 *
 * One walk over all fields serves two readers: the identity, bytes that are equal exactly when two
 * specs are, and the dump, text for golden files and bug reports. A field that the walk forgets is
 * missing from both, and the test of equality finds it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-spec.h"

#include <math.h>
#include <string.h>

#include "ijk-chart-spec-private.h"

static const char *const KINDS[] = { "time", "sparkline", "rows", "blocks", "grid", "histogram" };
static const char *const SHAPES[] = { "area",        "column", "line",      "step",
                                      "filled-line", "band",   "error-line" };
static const char *const DASHES[] = { "solid", "dashed", "dotted", "dash-dot", "long" };
static const char *const PATTERNS[] = { "none", "hatch", "back-hatch", "cross", "dots", "level" };
static const char *const SYMBOLS[] = { "diamond", "hollow-diamond", "dot", "ring", "square" };
static const char *const TONES[] = { "solid",     "projected",   "under-line",
                                     "band-wide", "band-middle", "band-narrow" };

/* Where the walk leaves what it sees: in one of the two. */
typedef struct
{
  GByteArray *bytes; /* (nullable) */
  GString *text;     /* (nullable) */
  guint depth;
} Walk;

static void
put_key (Walk       *walk,
         const char *key)
{
  for (guint i = 0; i < walk->depth; i++)
    g_string_append (walk->text, "  ");
  g_string_append (walk->text, key);
  g_string_append_c (walk->text, ' ');
}

static void
put_number_text (GString *text,
                 double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (number))
    g_string_append_c (text, '-');
  else
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.6g", number));
}

static void
walk_text (Walk       *walk,
           const char *key,
           const char *text)
{
  g_autoptr (GString) line = NULL;

  if (walk->bytes != NULL)
    {
      const guint8 has_text = text != NULL;

      g_byte_array_append (walk->bytes, &has_text, 1);
      if (has_text)
        g_byte_array_append (walk->bytes, (const guint8 *) text, (guint) strlen (text) + 1);
      return;
    }
  if (text == NULL || text[0] == '\0')
    return;
  line = g_string_new (text);
  g_string_replace (line, "\\", "\\\\", 0);
  g_string_replace (line, "\n", "\\n", 0);
  g_string_replace (line, "\"", "\\\"", 0);
  put_key (walk, key);
  g_string_append_printf (walk->text, "\"%s\"\n", line->str);
}

static void
walk_number (Walk       *walk,
             const char *key,
             double      number)
{
  if (walk->bytes != NULL)
    {
      /* All unknowns are the same unknown; so are the two zeros. */
      const double kept = isnan (number) ? (double) NAN : number + 0.0;

      g_byte_array_append (walk->bytes, (const guint8 *) &kept, sizeof kept);
      return;
    }
  if (isnan (number))
    return;
  put_key (walk, key);
  put_number_text (walk->text, number);
  g_string_append_c (walk->text, '\n');
}

static void
walk_count (Walk       *walk,
            const char *key,
            guint       count)
{
  if (walk->bytes != NULL || count > 0)
    walk_number (walk, key, count);
}

static void
walk_flag (Walk       *walk,
           const char *key,
           gboolean    flag)
{
  if (walk->bytes != NULL)
    walk_number (walk, key, flag != FALSE);
  else if (flag)
    {
      put_key (walk, key);
      walk->text->str[walk->text->len - 1] = '\n';
    }
}

/* @names says what the value means; the first is the silent default of all but the kind. */
static void
walk_choice (Walk              *walk,
             const char        *key,
             guint              choice,
             const char *const *names)
{
  if (walk->bytes != NULL)
    walk_number (walk, key, choice);
  else if (choice > 0 || names == KINDS || names == SHAPES || names == SYMBOLS)
    {
      put_key (walk, key);
      g_string_append_printf (walk->text, "%s\n", names[choice]);
    }
}

static void
walk_role (Walk    *walk,
           IjkRole  role)
{
  if (walk->bytes != NULL)
    walk_number (walk, "role", role);
  else
    {
      put_key (walk, "role");
      g_string_append_printf (walk->text, "%s\n", ijk_role_get_id (role));
    }
}

static void
walk_numbers (Walk         *walk,
              const char   *key,
              const double *numbers,
              guint         n_numbers)
{
  const guint n_present = numbers != NULL ? n_numbers : 0;

  if (walk->bytes != NULL)
    {
      walk_number (walk, key, n_present);
      for (guint i = 0; i < n_present; i++)
        walk_number (walk, key, numbers[i]);
      return;
    }
  if (n_present == 0)
    return;
  put_key (walk, key);
  for (guint i = 0; i < n_present; i++)
    {
      if (i > 0)
        g_string_append_c (walk->text, ' ');
      put_number_text (walk->text, numbers[i]);
    }
  g_string_append_c (walk->text, '\n');
}

static void
open_group (Walk       *walk,
            const char *key)
{
  if (walk->text != NULL)
    {
      put_key (walk, key);
      walk->text->str[walk->text->len - 1] = '\n';
    }
  walk->depth++;
}

static void
close_group (Walk *walk)
{
  walk->depth--;
}

static void
walk_axis (Walk               *walk,
           const char         *key,
           const IjkChartAxis *axis)
{
  open_group (walk, key);
  walk_text (walk, "name", axis->name);
  walk_count (walk, "decimals", axis->format.n_decimals);
  walk_text (walk, "decimal-point", axis->format.decimal_point);
  walk_text (walk, "thousands", axis->format.thousands);
  walk_text (walk, "prefix", axis->format.prefix);
  walk_text (walk, "suffix", axis->format.suffix);
  walk_flag (walk, "shows-plus", axis->format.shows_plus);
  walk_number (walk, "min", axis->min);
  walk_number (walk, "max", axis->max);
  walk_flag (walk, "starts-at-zero", axis->starts_at_zero);
  close_group (walk);
}

static void
walk_series (Walk                 *walk,
             const IjkChartSeries *series)
{
  open_group (walk, "series");
  walk_text (walk, "label", series->label);
  walk_count (walk, "panel", series->panel);
  walk_choice (walk, "shape", series->shape, SHAPES);
  walk_role (walk, series->role);
  walk_choice (walk, "tone", series->tone, TONES);
  walk_choice (walk, "pattern", series->pattern, PATTERNS);
  walk_choice (walk, "dash", series->dash, DASHES);
  if (walk->bytes != NULL || series->width_px > 0)
    walk_number (walk, "width", series->width_px);
  walk_flag (walk, "strong", series->is_strong);
  walk_flag (walk, "muted", series->is_muted);
  walk_flag (walk, "unlabelled", series->is_unlabelled);
  walk_flag (walk, "end-value", series->has_end_value);
  walk_flag (walk, "cursor-value", series->has_cursor_value);
  walk_numbers (walk, "values", series->values, series->n_values);
  walk_numbers (walk, "lows", series->lows, series->n_values);
  walk_numbers (walk, "highs", series->highs, series->n_values);
  close_group (walk);
}

static void
walk_annotations (Walk               *walk,
                  const IjkChartSpec *spec)
{
  open_group (walk, "boundary");
  walk_number (walk, "x", spec->boundary.x);
  walk_text (walk, "before", spec->boundary.before_text);
  walk_text (walk, "after", spec->boundary.after_text);
  walk_flag (walk, "shaded", spec->boundary.is_shaded);
  close_group (walk);

  for (guint i = 0; i < spec->n_markers; i++)
    {
      const IjkChartMarker *marker = &spec->markers[i];

      open_group (walk, "marker");
      walk_count (walk, "panel", marker->panel);
      walk_number (walk, "x", marker->x);
      walk_number (walk, "y", marker->y);
      walk_choice (walk, "symbol", marker->symbol, SYMBOLS);
      walk_role (walk, marker->role);
      walk_text (walk, "label", marker->label);
      walk_text (walk, "second-line", marker->second_line);
      walk_flag (walk, "guides", marker->has_guides);
      close_group (walk);
    }
  for (guint i = 0; i < spec->n_rules; i++)
    {
      const IjkChartRule *rule = &spec->rules[i];

      open_group (walk, "rule");
      walk_count (walk, "panel", rule->panel);
      walk_number (walk, "value", rule->value);
      walk_role (walk, rule->role);
      walk_choice (walk, "dash", rule->dash, DASHES);
      walk_text (walk, "label", rule->label);
      close_group (walk);
    }
  for (guint i = 0; i < spec->n_handles; i++)
    {
      open_group (walk, "handle");
      walk_count (walk, "series", spec->handles[i].series);
      walk_count (walk, "i-x", spec->handles[i].i_x);
      walk_flag (walk, "movable", spec->handles[i].is_movable);
      close_group (walk);
    }
  walk_number (walk, "cursor", spec->cursor_x);
}

static void
walk_bars (Walk               *walk,
           const IjkChartSpec *spec)
{
  walk_flag (walk, "connects-rows", spec->connects_rows);
  for (guint i = 0; i < spec->n_rows; i++)
    {
      const IjkChartRow *row = &spec->rows[i];

      open_group (walk, "row");
      walk_text (walk, "label", row->label);
      walk_number (walk, "value", row->value);
      walk_number (walk, "whisker-low", row->whisker_low);
      walk_number (walk, "whisker-high", row->whisker_high);
      walk_flag (walk, "strong", row->is_strong);
      walk_flag (walk, "sign", row->shows_sign);
      close_group (walk);
    }
  for (guint i = 0; i < spec->n_segments; i++)
    {
      const IjkChartSegment *segment = &spec->segments[i];

      open_group (walk, "segment");
      walk_count (walk, "row", segment->row);
      walk_number (walk, "from", segment->from);
      walk_number (walk, "to", segment->to);
      walk_role (walk, segment->role);
      walk_choice (walk, "pattern", segment->pattern, PATTERNS);
      walk_flag (walk, "muted", segment->is_muted);
      walk_text (walk, "label", segment->label);
      close_group (walk);
    }
  for (guint i = 0; i < spec->n_blocks; i++)
    {
      const IjkChartBlock *block = &spec->blocks[i];

      open_group (walk, "block");
      walk_text (walk, "label", block->label);
      walk_number (walk, "width", block->width);
      walk_number (walk, "height", block->height);
      walk_role (walk, block->role);
      walk_choice (walk, "pattern", block->pattern, PATTERNS);
      close_group (walk);
    }
}

static void
walk_grid (Walk               *walk,
           const IjkChartGrid *grid)
{
  const guint n_cells = grid->n_columns * grid->n_rows;
  const guint n_masked = grid->mask != NULL ? n_cells : 0;

  walk_axis (walk, "value-axis", &grid->axis);
  walk_numbers (walk, "columns", grid->x, grid->n_columns);
  walk_numbers (walk, "rows", grid->y, grid->n_rows);
  walk_numbers (walk, "levels", grid->levels, grid->n_levels);
  walk_numbers (walk, "values", grid->values, n_cells);
  walk_text (walk, "mask-text", grid->mask_text);
  if (walk->bytes != NULL)
    g_byte_array_append (walk->bytes, (const guint8 *) &n_masked, sizeof n_masked);
  if (walk->bytes != NULL && n_masked > 0)
    g_byte_array_append (walk->bytes, grid->mask, n_masked);
  else if (n_masked > 0)
    {
      put_key (walk, "mask");
      for (guint i = 0; i < n_masked; i++)
        g_string_append_c (walk->text, grid->mask[i] != 0 ? '1' : '0');
      g_string_append_c (walk->text, '\n');
    }
}

/* Counts first, so that no two different specs can leave the same bytes. */
static void
walk_spec (Walk               *walk,
           const IjkChartSpec *spec)
{
  if (walk->bytes != NULL)
    {
      const guint counts[] = { spec->n_panels,  spec->n_x,    spec->n_series,   spec->n_markers,
                               spec->n_rules,   spec->n_rows, spec->n_segments, spec->n_blocks,
                               spec->n_handles };

      g_byte_array_append (walk->bytes, (const guint8 *) counts, sizeof counts);
    }
  walk_choice (walk, "chart", spec->kind, KINDS);
  walk_text (walk, "title", spec->title);
  walk_text (walk, "subtitle", spec->subtitle);
  walk_text (walk, "source", spec->source);
  walk_text (walk, "description", spec->description);
  walk_text (walk, "language", spec->language);
  walk_text (walk, "empty-text", spec->empty_text);
  walk_axis (walk, "x-axis", &spec->x_axis);
  walk_numbers (walk, "x", spec->x, spec->n_x);
  for (guint i = 0; i < spec->n_panels; i++)
    {
      walk_axis (walk, "panel", &spec->panels[i].axis);
      walk_number (walk, "weight", spec->panels[i].weight > 0 ? spec->panels[i].weight : 1);
    }
  for (guint i = 0; i < spec->n_series; i++)
    walk_series (walk, &spec->series[i]);
  walk_annotations (walk, spec);
  walk_bars (walk, spec);
  if (walk->bytes != NULL || spec->kind == IJK_CHART_GRID)
    walk_grid (walk, &spec->grid);
}

GBytes *
ijk_chart_spec_dup_identity (const IjkChartSpec *self)
{
  Walk walk = { .bytes = g_byte_array_sized_new (4096) };

  walk_spec (&walk, self);
  return g_byte_array_free_to_bytes (walk.bytes);
}

/**
 * ijk_chart_spec_dump:
 *
 * Writes every field that says something, one a line, numbers with six digits.
 *
 * Returns: (transfer full): the text
 */
char *
ijk_chart_spec_dump (const IjkChartSpec *self)
{
  Walk walk = { .text = g_string_new (NULL) };

  g_return_val_if_fail (self != NULL, NULL);

  walk_spec (&walk, self);
  return g_string_free (walk.text, FALSE);
}

/**
 * ijk_chart_spec_equal:
 *
 * Whether two charts say the same, number for number.
 */
gboolean
ijk_chart_spec_equal (const IjkChartSpec *a,
                      const IjkChartSpec *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || g_bytes_equal (((const IjkChartSpecBox *) a)->identity,
                           ((const IjkChartSpecBox *) b)->identity);
}

/**
 * ijk_chart_spec_ref:
 *
 * Returns: (transfer full): the same spec
 */
IjkChartSpec *
ijk_chart_spec_ref (const IjkChartSpec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_box (gpointer data)
{
  IjkChartSpecBox *box = data;

  g_bytes_unref (box->identity);
  g_string_chunk_free (box->strings);
  g_ptr_array_unref (box->arrays);
}

void
ijk_chart_spec_unref (const IjkChartSpec *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full ((gpointer) self, clear_box);
}
