/* The only file that knows PLplot: the shades of fields, bins and whiskers, drawn by its extcairo device onto the
 * cairo_t that everything else is drawn on.
 *
 * PLplot gets shapes and the field, never words: labels, axes and the legend bar come from the
 * layout and are drawn with Pango. That keeps one typography and leaves out PLplot's text size,
 * which reckons with 72 dpi where Pango has 96, and its '#' escapes.
 *
 * What bites (PLplot 5.15.0): its state is global, so only the main thread may come here; a device
 * that is missing makes it ask on standard input and exit, so the driver is looked up first; the
 * size is fixed when a stream is opened, so one is opened and closed per picture; every
 * PLESC_DEVINIT flips the y axis of its context, hence one within save and restore; a NaN in a field
 * spoils the cells around it, so gaps are filled here and covered by marks of the layout.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-plplot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <plplot/plplot.h>
#include <string.h>

#define DEVICE "extcairo"
#define MAX_DEVICES 128
#define COLOUR_INDEX 1
/* A pixel at the 72 dpi of the device, in the micrometres that dashes are given in. */
#define UM_PER_PX (25400.0 / 72)

static GThread *main_thread;

__attribute__ ((constructor)) static void
remember_main_thread (void)
{
  main_thread = g_thread_self ();
}

G_DEFINE_QUARK (ijk-chart-error-quark, ijk_chart_error)

static gboolean
find_device (void)
{
  const char *menu[MAX_DEVICES] = { NULL }, *names[MAX_DEVICES] = { NULL };
  const char **menu_list = menu, **name_list = names;
  int n_devices = MAX_DEVICES;

  plgFileDevs (&menu_list, &name_list, &n_devices);
  for (int i = 0; i < n_devices && i < MAX_DEVICES; i++)
    if (g_strcmp0 (names[i], DEVICE) == 0)
      return TRUE;
  return FALSE;
}

/**
 * ijk_chart_plplot_available:
 *
 * Whether PLplot's Cairo driver is installed; asked once. Main thread only.
 */
gboolean
ijk_chart_plplot_available (void)
{
  static int known = -1;

  g_assert (g_thread_self () == main_thread);
  /* The test of a machine without the driver. */
  if (g_strcmp0 (g_getenv ("IJKPAD_WITHOUT_PLPLOT"), "1") == 0)
    return FALSE;
  if (known < 0)
    known = find_device ();
  return known;
}

static void
set_colour (IjkColour colour)
{
  plscol0 (COLOUR_INDEX, (PLINT) lround (255 * colour.red), (PLINT) lround (255 * colour.green),
           (PLINT) lround (255 * colour.blue));
  plcol0 (COLOUR_INDEX);
}

static void
set_dash (IjkDash dash)
{
  static const struct
  {
    double marks[2], spaces[2];
    PLINT n;
  } DASHES[] = {
    [IJK_DASH_SOLID] = { { 0 }, { 0 }, 0 },
    [IJK_DASH_DASHED] = { { 6 }, { 4 }, 1 },
    [IJK_DASH_DOTTED] = { { 2 }, { 3 }, 1 },
    [IJK_DASH_DASH_DOT] = { { 8, 2 }, { 3, 3 }, 2 },
    [IJK_DASH_LONG] = { { 12 }, { 4 }, 1 },
  };
  PLINT marks[2], spaces[2];

  for (guint i = 0; i < 2; i++)
    {
      marks[i] = (PLINT) lround (DASHES[dash].marks[i] * UM_PER_PX);
      spaces[i] = (PLINT) lround (DASHES[dash].spaces[i] * UM_PER_PX);
    }
  plstyl (DASHES[dash].n, marks, spaces);
}

static void
split_points (const IjkPoint *points,
              guint           n_points,
              double        **x,
              double        **y)
{
  *x = g_new (double, n_points + 1);
  *y = g_new (double, n_points + 1);
  for (guint i = 0; i < n_points; i++)
    {
      (*x)[i] = points[i].x;
      (*y)[i] = points[i].y;
    }
}

static void
draw_line (const IjkMarkList *marks,
           const IjkMark     *mark,
           IjkStyle           style)
{
  g_autofree double *x = NULL;
  g_autofree double *y = NULL;

  split_points (ijk_mark_get_points (marks, mark), mark->n_points, &x, &y);
  if (mark->halo != IJK_ROLE_NONE)
    {
      set_colour (ijk_palette_get_colour (style, mark->halo));
      plwidth (mark->width_px + 2.4);
      plline ((PLINT) mark->n_points, x, y);
    }
  set_colour (ijk_palette_get_line (style, mark->stroke));
  plwidth (ijk_palette_get_width (style, mark->stroke, mark->width_px));
  set_dash (mark->dash);
  plline ((PLINT) mark->n_points, x, y);
  set_dash (IJK_DASH_SOLID);
}

static void
draw_box (const IjkMark *mark,
          IjkStyle       style)
{
  const IjkBox *box = &mark->box;
  /* plfill() also strokes the rim, a pixel wide. */
  const double inset = MIN (0.5, MIN (box->width, box->height) / 2);
  const double left = box->x + inset;
  const double top = box->y + inset;
  const double right = box->x + box->width - inset;
  const double bottom = box->y + box->height - inset;
  const double x[] = { left, right, right, left };
  const double y[] = { top, top, bottom, bottom };

  if (!(box->width > 0 && box->height > 0))
    return;
  set_colour (ijk_palette_get_fill (style, mark->fill, mark->tone));
  plwidth (0);
  plfill (4, x, y);
}

static void
draw_symbol (const IjkMark *mark,
             IjkStyle       style)
{
  const double radius = mark->box.width / 2;
  double x[24], y[24];

  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    {
      const double angle = 2 * G_PI * i / G_N_ELEMENTS (x);

      x[i] = mark->box.x + radius * (1 + cos (angle));
      y[i] = mark->box.y + radius * (1 + sin (angle));
    }
  set_colour (ijk_palette_get_line (style, mark->fill));
  plwidth (0);
  plfill (G_N_ELEMENTS (x), x, y);
}

/* Gaps get the value of the nearest cell in their row or else of the row before or after; they are
 * covered later, so this need only be finite and near. */
static PLFLT **
fill_gaps (const IjkChartGrid *grid,
           double             *low,
           double             *high)
{
  PLFLT **values;

  plAlloc2dGrid (&values, (PLINT) grid->n_columns, (PLINT) grid->n_rows);
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < grid->n_columns; i++)
    for (guint j = 0; j < grid->n_rows; j++)
      {
        values[i][j] = grid->values[(gsize) j * grid->n_columns + i];
        if (isfinite (values[i][j]))
          {
            *low = MIN (*low, values[i][j]);
            *high = MAX (*high, values[i][j]);
          }
      }
  for (guint pass = 0; pass < grid->n_columns + grid->n_rows; pass++)
    {
      gboolean has_gap = FALSE;

      for (guint i = 0; i < grid->n_columns; i++)
        for (guint j = 0; j < grid->n_rows; j++)
          {
            if (isfinite (values[i][j]))
              continue;
            has_gap = TRUE;
            if (i > 0 && isfinite (values[i - 1][j]))
              values[i][j] = values[i - 1][j];
            else if (i + 1 < grid->n_columns && isfinite (values[i + 1][j]))
              values[i][j] = values[i + 1][j];
            else if (j > 0 && isfinite (values[i][j - 1]))
              values[i][j] = values[i][j - 1];
            else if (j + 1 < grid->n_rows && isfinite (values[i][j + 1]))
              values[i][j] = values[i][j + 1];
          }
      if (!has_gap)
        break;
    }
  return values;
}

static void
set_heat_colours (IjkStyle style,
                  guint    n_shades)
{
  PLINT red[IJK_N_HEAT_ROLES], green[IJK_N_HEAT_ROLES], blue[IJK_N_HEAT_ROLES];

  for (guint i = 0; i < n_shades; i++)
    {
      const IjkColour colour
        = ijk_palette_get_colour (style, ijk_role_of_shade (i, n_shades));

      red[i] = (PLINT) lround (255 * colour.red);
      green[i] = (PLINT) lround (255 * colour.green);
      blue[i] = (PLINT) lround (255 * colour.blue);
    }
  plscmap1 (red, green, blue, (PLINT) n_shades);
}

/* With one shade there are no isolines to shade between. */
static void
draw_field (const IjkChartLayout *layout,
            const IjkMark        *mark,
            IjkStyle              style,
            double                width,
            double                height)
{
  const IjkChartGrid *grid = &ijk_chart_layout_get_spec (layout)->grid;
  const guint n_shades = grid->n_levels + 1;
  g_autofree double *x = g_memdup2 (grid->x, grid->n_columns * sizeof *grid->x);
  g_autofree double *y = g_memdup2 (grid->y, grid->n_rows * sizeof *grid->y);
  double edges[IJK_N_HEAT_ROLES + 1], low, high;
  PLFLT **values = fill_gaps (grid, &low, &high);
  PLcGrid coordinates = { .xg = x, .yg = y, .nx = (PLINT) grid->n_columns,
                          .ny = (PLINT) grid->n_rows };
  const IjkBox *box = &mark->box;

  if (grid->n_levels == 0)
    {
      IjkMark whole = *mark;

      whole.fill = ijk_role_of_shade (0, 1);
      draw_box (&whole, style);
    }
  else
    {
      const double margin = 1 + fabs (high) + fabs (low);

      edges[0] = MIN (low, grid->levels[0]) - margin;
      memcpy (edges + 1, grid->levels, grid->n_levels * sizeof *edges);
      edges[n_shades] = MAX (high, grid->levels[grid->n_levels - 1]) + margin;

      set_heat_colours (style, n_shades);
      plvpor (box->x / width, (box->x + box->width) / width, 1 - (box->y + box->height) / height,
              1 - box->y / height);
      plwind (x[0], x[grid->n_columns - 1], y[0], y[grid->n_rows - 1]);
      plshades ((const PLFLT *const *) values, (PLINT) grid->n_columns, (PLINT) grid->n_rows, NULL,
                x[0], x[grid->n_columns - 1], y[0], y[grid->n_rows - 1], edges,
                (PLINT) n_shades + 1, 0, 0, 0, plfill, 1, pltr1, &coordinates);
      plvpor (0, 1, 0, 1);
      plwind (0, width, height, 0);
    }
  plFree2dGrid (values, (PLINT) grid->n_columns, (PLINT) grid->n_rows);
}

static void
draw_marks (const IjkChartLayout *layout,
            IjkStyle              style,
            double                width,
            double                height)
{
  const IjkMarkList *marks = ijk_chart_layout_get_marks (layout);

  for (IjkLayer layer = 0; layer < IJK_N_LAYERS; layer++)
    {
      guint n_marks;
      const IjkMark *layer_marks = ijk_mark_list_get (marks, layer, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        {
          const IjkMark *mark = &layer_marks[i];

          if (!mark->is_by_plplot)
            continue;
          switch (mark->kind)
            {
            case IJK_MARK_LINE:
              draw_line (marks, mark, style);
              break;
            case IJK_MARK_BOX:
              draw_box (mark, style);
              break;
            case IJK_MARK_SYMBOL:
              draw_symbol (mark, style);
              break;
            case IJK_MARK_FIELD:
              draw_field (layout, mark, style, width, height);
              break;
            case IJK_MARK_POLYGON:
            case IJK_MARK_TEXT:
              g_assert_not_reached ();
            }
        }
    }
}

/* @kind: or -1 for any */
static gboolean
has_part (const IjkChartLayout *layout,
          int                   kind)
{
  for (IjkLayer layer = 0; layer < IJK_N_LAYERS; layer++)
    {
      guint n_marks;
      const IjkMark *marks
        = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), layer, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        if (marks[i].is_by_plplot && (kind < 0 || marks[i].kind == (IjkMarkKind) kind))
          return TRUE;
    }
  return FALSE;
}

/**
 * ijk_chart_plplot_paint:
 *
 * Draws the marks that are PLplot's; nothing if there are none. Main thread only.
 *
 * Returns: FALSE with %IJK_CHART_ERROR_NO_DRIVER if the driver is missing
 */
gboolean
ijk_chart_plplot_paint (const IjkChartLayout *layout,
                        cairo_t              *cr,
                        IjkStyle              style,
                        GError              **error)
{
  PLINT stream = 0;
  double width, height;

  if (!has_part (layout, -1))
    return TRUE;
  g_assert (g_thread_self () == main_thread);
  if (!ijk_chart_plplot_available ())
    {
      g_set_error (error, IJK_CHART_ERROR, IJK_CHART_ERROR_NO_DRIVER,
                   _("This chart could not be drawn: PLplot has no device \"%s\"; the package "
                     "plplot-driver-cairo is missing"),
                   DEVICE);
      return FALSE;
    }

  width = ceil (ijk_chart_layout_get_width (layout));
  height = ceil (ijk_chart_layout_get_height (layout));

  cairo_save (cr);
  plmkstrm (&stream);
  plsdev (DEVICE);
  plspage (0, 0, (PLINT) width, (PLINT) height, 0, 0);
  plspause (FALSE);
  /* Cells without antialiasing meet without seams and cost a third; the isolines that Cairo draws
   * over their edges hide the steps. The option outlives the stream. */
  plsetopt ("drvopt", has_part (layout, IJK_MARK_FIELD) ? "graphics_anti_aliasing=1"
                                                        : "graphics_anti_aliasing=0");
  plinit ();
  pl_cmd (PLESC_DEVINIT, cr);
  pladv (0);
  plvpor (0, 1, 0, 1);
  plwind (0, width, height, 0);
  plpsty (0);
  draw_marks (layout, style, width, height);
  plend1 ();
  cairo_restore (cr);
  return TRUE;
}
