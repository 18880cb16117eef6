/* What limits each measure in one year: of what companies could decide, how much they do decide,
 * and why not the rest.
 *
 * A bar is the room of a measure: what all companies together could decide in the year. Its parts
 * are what is decided; what companies want but a limit holds back (building capacity, transport and
 * storage of CO2, the grid, technicians); what the subsidy round refused; and what does not pay, or
 * was granted and not built. Dated projects are decided outside the round and are not here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"

/* Rows before the rest is taken together. */
#define N_NAMED_ROWS 8

/* kt a year; a smaller part is not worth a word. */
#define SMALL_KT 0.05

/* kt a year; less is the rounding of a sum. */
#define TINY_KT 1e-9

typedef enum
{
  PART_DECIDED,
  PART_HELD,
  PART_REFUSED,
  PART_DOES_NOT_PAY,
  N_PARTS,
} Part;

typedef struct
{
  guint measure; /* IJK_NONE: the rest together */
  double kt[N_PARTS];
  double limits_kt[IJK_N_LIMITS]; /* of the part held back */
  double awards_kt[IJK_N_AWARDS]; /* of the room */
} Room;

static double
sum_parts (const Room *room)
{
  double sum_kt = 0;

  for (guint i = 0; i < N_PARTS; i++)
    sum_kt += room->kt[i];
  return sum_kt;
}

static gboolean
is_refusal (IjkAward award)
{
  switch (award)
    {
    case IJK_AWARD_PART_BUDGET:
    case IJK_AWARD_PART_CEILING:
    case IJK_AWARD_NO_BUDGET:
    case IJK_AWARD_NO_CEILING:
    case IJK_AWARD_AFTER_LAST_ROUND:
    case IJK_AWARD_CCS_ENDED:
    case IJK_AWARD_TOO_DEAR:
      return TRUE;
    case IJK_AWARD_NONE:
    case IJK_AWARD_SERVED:
    case IJK_AWARD_NO_NEED:
      return FALSE;
    case IJK_N_AWARDS:
      break;
    }
  g_assert_not_reached ();
}

static void
add_cell (Room            *room,
          const IjkResult *result,
          gsize            at)
{
  const double room_kt = result->cell_room_kt[at];
  const double wanted_kt = result->cell_wanted_kt[at];
  const double decided_kt = wanted_kt * result->cell_limit[at];
  /* Where the building cap has cut the room already, companies can want more than it. */
  const double left_kt = MAX (0, room_kt - wanted_kt);
  const IjkAward award = (IjkAward) result->cell_award[at];
  const IjkLimit limit = (IjkLimit) result->cell_binding_limit[at];
  const double refused_share
      = is_refusal (award) && room_kt > 0
            ? CLAMP (1 - result->cell_served_kt[at] / room_kt, 0, 1)
            : 0;

  room->kt[PART_DECIDED] += decided_kt;
  room->kt[PART_HELD] += wanted_kt - decided_kt;
  room->kt[PART_REFUSED] += left_kt * refused_share;
  room->kt[PART_DOES_NOT_PAY] += left_kt * (1 - refused_share);
  room->limits_kt[limit] += wanted_kt - decided_kt;
  room->awards_kt[award] += room_kt;
}

static int
compare_rooms (gconstpointer a,
               gconstpointer b)
{
  const Room *one = a;
  const Room *other = b;
  const double one_kt = sum_parts (one);
  const double other_kt = sum_parts (other);

  if (one_kt != other_kt)
    return one_kt > other_kt ? -1 : 1;
  return (one->measure > other->measure) - (one->measure < other->measure);
}

/* Measures with room in the year, the largest first. */
static GArray *
list_rooms (const IjkResult *result,
            int              year)
{
  const IjkReference *reference = result->reference;
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (Room));

  for (guint m = 0; m < reference->n_measures; m++)
    {
      Room room = { .measure = m };

      for (guint c = 0; c < reference->n_cells; c++)
        if (reference->cells[c].measure == m)
          add_cell (&room, result, (gsize) IJK_YEAR_INDEX (year) * reference->n_cells + c);
      if (sum_parts (&room) > SMALL_KT)
        g_array_append_val (rooms, room);
    }
  g_array_sort (rooms, compare_rooms);
  return rooms;
}

static Room
sum_rooms (const GArray *rooms,
           guint         first)
{
  Room sum = { .measure = IJK_NONE };

  for (guint i = first; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);

      for (guint k = 0; k < N_PARTS; k++)
        sum.kt[k] += room->kt[k];
      for (guint k = 0; k < IJK_N_LIMITS; k++)
        sum.limits_kt[k] += room->limits_kt[k];
      for (guint k = 0; k < IJK_N_AWARDS; k++)
        sum.awards_kt[k] += room->awards_kt[k];
    }
  return sum;
}

static const char *
name_of_limit (IjkLimit limit)
{
  switch (limit)
    {
    case IJK_LIMIT_NONE:
      return _("no limit");
    case IJK_LIMIT_BUILD_CAP:
      return _("building capacity");
    case IJK_LIMIT_CCS_CAPACITY:
      return _("transport and storage of CO₂");
    case IJK_LIMIT_GRID:
      return _("the power grid");
    case IJK_LIMIT_TECHNICIANS:
      return _("technicians");
    case IJK_N_LIMITS:
      break;
    }
  g_assert_not_reached ();
}

static const char *
name_of_award (IjkAward award)
{
  switch (award)
    {
    case IJK_AWARD_NONE:
      return _("outside the subsidy round");
    case IJK_AWARD_SERVED:
      return _("subsidy granted");
    case IJK_AWARD_PART_BUDGET:
      return _("subsidy in part: the budget ran out");
    case IJK_AWARD_PART_CEILING:
      return _("subsidy in part: the ceiling on CCS was reached");
    case IJK_AWARD_NO_BUDGET:
      return _("no subsidy: the budget was used up");
    case IJK_AWARD_NO_CEILING:
      return _("no subsidy: the ceiling on CCS was reached");
    case IJK_AWARD_AFTER_LAST_ROUND:
      return _("no subsidy: there are no rounds any more");
    case IJK_AWARD_CCS_ENDED:
      return _("no subsidy: CCS no longer qualifies");
    case IJK_AWARD_NO_NEED:
      return _("pays without subsidy");
    case IJK_AWARD_TOO_DEAR:
      return _("no subsidy: dearer than the maximum");
    case IJK_N_AWARDS:
      break;
    }
  g_assert_not_reached ();
}

static guint
find_largest (const double *values,
              guint         n_values)
{
  guint largest = 0;

  for (guint i = 1; i < n_values; i++)
    if (values[i] > values[largest])
      largest = i;
  return largest;
}

/* What became of most of the room in the subsidy round, and the limit that held most back. */
static char *
write_note (const Room *room)
{
  const char *award = name_of_award ((IjkAward) find_largest (room->awards_kt, IJK_N_AWARDS));
  const IjkLimit limit = (IjkLimit) find_largest (room->limits_kt, IJK_N_LIMITS);

  if (room->kt[PART_HELD] <= SMALL_KT)
    return g_strdup (award);
  /* Translators: what became of a measure in the subsidy round, then the limit that binds:
   * "subsidy granted; held back by technicians". */
  return g_strdup_printf (_("%1$s; held back by %2$s"), award, name_of_limit (limit));
}

static char *
name_of_room (const IjkReference *reference,
              const Room         *room)
{
  return room->measure == IJK_NONE ? g_strdup (_("Other measures"))
                                   : ijk_measure_short_name (&reference->measures[room->measure]);
}

/* @all: the sum of the rows; the first row names each of its parts, which puts the key in order. */
static void
add_row (IjkDraft          *draft,
         guint              row,
         const Room        *room,
         const Room        *all,
         const char *const *part_names)
{
  static const struct
  {
    IjkRole role;
    IjkPattern pattern;
  } looks[N_PARTS] = {
    [PART_DECIDED] = { IJK_ROLE_SERIES_1, IJK_PATTERN_NONE },
    [PART_HELD] = { IJK_ROLE_TARGET, IJK_PATTERN_HATCH },
    [PART_REFUSED] = { IJK_ROLE_SERIES_5, IJK_PATTERN_NONE },
    [PART_DOES_NOT_PAY] = { IJK_ROLE_SERIES_6, IJK_PATTERN_DOTS },
  };
  g_autofree char *label = name_of_room (draft->input->result->reference, room);
  double from_kt = 0;

  ijk_chart_builder_add_row (draft->builder, &(IjkChartRow) { .label = label,
                                                              .value = sum_parts (room),
                                                              .whisker_low = NAN,
                                                              .whisker_high = NAN });
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (room->kt[i] <= TINY_KT && (row > 0 || all->kt[i] <= TINY_KT))
        continue;
      ijk_chart_builder_add_segment (draft->builder,
                                     &(IjkChartSegment) { .row = row,
                                                          .from = from_kt,
                                                          .to = from_kt + room->kt[i],
                                                          .role = looks[i].role,
                                                          .pattern = looks[i].pattern,
                                                          .label = part_names[i] });
      from_kt += room->kt[i];
    }
}

static char *
write_subtitle (const Room *all,
                int         year)
{
  g_autofree char *decided = ijk_quantity_kt (all->kt[PART_DECIDED]);
  g_autofree char *whole = ijk_quantity_kt (sum_parts (all));

  if (sum_parts (all) <= SMALL_KT)
    return g_strdup_printf ("%d", year);
  /* Translators: subtitle of a chart: "2030: 790 kt decided of the 1,910 kt there is room for". */
  return g_strdup_printf (_("%1$d: %2$s decided of the %3$s there is room for"), year, decided,
                          whole);
}

/* Rows with a name of their own; a rest of one measure may as well have its name. */
static guint
count_named (const GArray *rooms)
{
  return rooms->len <= N_NAMED_ROWS + 1 ? rooms->len : N_NAMED_ROWS;
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  const char *const part_names[N_PARTS] = {
    [PART_DECIDED] = _("Decided"),
    [PART_HELD] = _("Held back by a limit"),
    [PART_REFUSED] = _("Subsidy refused"),
    [PART_DOES_NOT_PAY] = _("Does not pay, or not built"),
  };
  g_autoptr (GArray) rooms = list_rooms (input->result, input->year);
  const Room all = sum_rooms (rooms, 0);
  const guint n_named = count_named (rooms);
  g_autofree char *subtitle = write_subtitle (&all, input->year);
  IjkDraft draft;

  ijk_draft_begin (&draft, &ijk_figure_limits, input, IJK_CHART_ROWS, subtitle, IJK_SOURCE_MODEL);
  ijk_chart_builder_set_text (draft.builder, IJK_CHART_EMPTY_TEXT,
                              input->year < IJK_FIRST_FREE_YEAR
                                  ? _("Nothing to decide in this year: decisions start in 2026")
                                  : _("No measure is left to decide on in this year"));
  ijk_draft_panel (&draft, _("kt CO₂-eq a year that companies could decide"), 0, 1);
  for (guint i = 0; i < n_named; i++)
    add_row (&draft, i, &g_array_index (rooms, Room, i), &all, part_names);
  if (n_named < rooms->len)
    {
      const Room rest = sum_rooms (rooms, n_named);

      add_row (&draft, n_named, &rest, &all, part_names);
    }
  return ijk_draft_end (&draft);
}

static void
add_limits_sentence (IjkWording *wording,
                     const Room *all)
{
  const IjkLimit limit = (IjkLimit) find_largest (all->limits_kt, IJK_N_LIMITS);

  if (all->kt[PART_HELD] <= SMALL_KT)
    {
      ijk_wording_add (wording, _("No limit on building, storage, grid or technicians holds "
                                  "anything back."));
      return;
    }
  /* Translators: %1$s is an amount (120 kt), %2$s a limit (technicians). */
  ijk_wording_add (wording, _("Companies want %1$s more, but limits hold it back, most of all "
                              "%2$s."),
                   ijk_say_kt (wording, all->kt[PART_HELD]), name_of_limit (limit));
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  g_autoptr (GArray) rooms = list_rooms (input->result, input->year);
  const Room all = sum_rooms (rooms, 0);

  if (rooms->len == 0)
    {
      ijk_wording_add (wording,
                       /* Translators: %d is a year, here and below. */
                       input->year < IJK_FIRST_FREE_YEAR
                           ? _("In %d there is nothing to decide: decisions start in 2026.")
                           : _("In %d no measure is left for companies to decide on."),
                       input->year);
      return ijk_wording_end (wording);
    }
  /* Translators: %1$d is a year, %2$s and %3$s are amounts (790 kt). */
  ijk_wording_add (wording, _("In %1$d companies decide measures for %2$s a year, of the %3$s they "
                              "could decide in that year."),
                   input->year, ijk_say_kt (wording, all.kt[PART_DECIDED]),
                   ijk_say_kt (wording, sum_parts (&all)));
  add_limits_sentence (wording, &all);
  /* Translators: %1$s and %2$s are amounts (250 kt). */
  ijk_wording_add (wording, _("For %1$s a subsidy was refused; %2$s does not pay, or had a "
                              "contract and is not built."),
                   ijk_say_kt (wording, all.kt[PART_REFUSED]),
                   ijk_say_kt (wording, all.kt[PART_DOES_NOT_PAY]));
  if (!input->is_law)
    {
      g_autoptr (GArray) law_rooms = list_rooms (input->law_result, input->year);
      const Room law = sum_rooms (law_rooms, 0);

      /* Translators: %1$s and %2$s are amounts (790 kt). */
      ijk_wording_add (wording, _("Under current law they would decide %1$s, of %2$s."),
                       ijk_say_kt (wording, law.kt[PART_DECIDED]),
                       ijk_say_kt (wording, sum_parts (&law)));
    }
  ijk_wording_add (wording, _("Projects with a date of their own are not counted."));
  return ijk_wording_end (wording);
}

static void
add_table_row (IjkFigureTable *table,
               const char     *label,
               const Room     *room,
               const char     *note)
{
  const double values[] = { sum_parts (room), room->kt[PART_DECIDED], room->kt[PART_HELD],
                            room->kt[PART_REFUSED], room->kt[PART_DOES_NOT_PAY] };

  ijk_figure_table_add_row (table, label, values, note);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  g_autoptr (GArray) rooms = list_rooms (input->result, input->year);
  /* Translators: %d is a year. */
  g_autofree char *caption = g_strdup_printf (_("What limits each measure in %d"), input->year);
  IjkFigureTable *table = ijk_figure_table_new (caption, _("Measure"));
  const char *unit = _("kt a year");

  ijk_figure_table_add_column (table, _("Could be decided"), unit, 1);
  ijk_figure_table_add_column (table, _("Decided"), unit, 1);
  ijk_figure_table_add_column (table, _("Held back by a limit"), unit, 1);
  ijk_figure_table_add_column (table, _("Subsidy refused"), unit, 1);
  ijk_figure_table_add_column (table, _("Does not pay, or not built"), unit, 1);
  table->note_title = g_strdup (_("Why"));
  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);
      const IjkMeasure *measure = &reference->measures[room->measure];
      g_autofree char *note = write_note (room);

      add_table_row (table, ijk_language_pick (measure->name_en, measure->name_nl), room, note);
    }
  if (count_named (rooms) < rooms->len)
    {
      const Room rest = sum_rooms (rooms, count_named (rooms));

      add_table_row (table, _("Other measures"), &rest,
                     _("together, those without a bar of their own"));
    }
  return table;
}

const IjkFigure ijk_figure_limits = {
  .id = "limits",
  .title = N_("What limits each measure"),
  .question = N_("Why do companies not decide more: cost, subsidy, storage, grid or people?"),
  .flags = IJK_FIGURE_IS_OF_YEAR,
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
