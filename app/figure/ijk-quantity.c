/* Quantities in words: how many decimals, which unit, and where the unit stands.
 *
 * Separators follow the language in force; words and the order of amount and unit come from the
 * catalogue, because a euro sign stands close before the number in English and apart in Dutch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-quantity.h"

#include "ijk-language.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* From here on an amount is written in billions. */
#define MEUR_PER_BILLION 1e3
#define KT_PER_MT 1e3

/**
 * ijk_quantity_format:
 *
 * Returns: the separators of the language in force, with @n_decimals; its strings are static
 */
IjkNumberFormat
ijk_quantity_format (guint n_decimals)
{
  const gboolean is_dutch = g_str_equal (ijk_language_get (), "nl");

  return (IjkNumberFormat) {
    .n_decimals = n_decimals,
    .decimal_point = is_dutch ? "," : ".",
    .thousands = is_dutch ? "." : ",",
  };
}

/**
 * ijk_quantity_number:
 *
 * Returns: (transfer full): the bare number, "12,400.5"
 */
char *
ijk_quantity_number (double value,
                     guint  n_decimals)
{
  const IjkNumberFormat format = ijk_quantity_format (n_decimals);

  return ijk_number_format (&format, value);
}

/**
 * ijk_quantity_cell:
 *
 * A spreadsheet takes neither a true minus sign nor thousands for part of a number, and an unknown one
 * is an empty cell.
 *
 * Returns: (transfer full): the number with the decimal sign of the language, "-12400,5"; "" if not finite
 */
char *
ijk_quantity_cell (double value,
                   guint  n_decimals)
{
  IjkNumberFormat format = ijk_quantity_format (n_decimals);
  g_autofree char *number = NULL;
  GString *cell;

  if (!isfinite (value))
    return g_strdup ("");
  format.thousands = NULL;
  number = ijk_number_format (&format, value);
  cell = g_string_new (number);
  g_string_replace (cell, "−", "-", 0);
  return g_string_free (cell, FALSE);
}

/**
 * ijk_quantity_change:
 *
 * Returns: (transfer full): the bare number with its sign, "+0.4"; nothing before zero
 */
char *
ijk_quantity_change (double value,
                     guint  n_decimals)
{
  IjkNumberFormat format = ijk_quantity_format (n_decimals);

  format.shows_plus = TRUE;
  return ijk_number_format (&format, value);
}

/**
 * ijk_quantity_mt:
 * @value_kt: kt CO2-equivalent
 *
 * Returns: (transfer full): "37.8 Mt"
 */
char *
ijk_quantity_mt (double value_kt)
{
  g_autofree char *number = ijk_quantity_number (value_kt / KT_PER_MT, 1);

  /* Translators: a million tonnes of CO2-equivalent: "37.8 Mt". */
  return g_strdup_printf (_("%s Mt"), number);
}

/**
 * ijk_quantity_mt_change:
 * @value_kt: kt CO2-equivalent
 *
 * Returns: (transfer full): "−2.4 Mt"
 */
char *
ijk_quantity_mt_change (double value_kt)
{
  g_autofree char *number = ijk_quantity_change (value_kt / KT_PER_MT, 1);

  return g_strdup_printf (_("%s Mt"), number);
}

/**
 * ijk_quantity_kt:
 * @value_kt: kt CO2-equivalent
 *
 * Returns: (transfer full): "1,234 kt"
 */
char *
ijk_quantity_kt (double value_kt)
{
  g_autofree char *number = ijk_quantity_number (value_kt, 0);

  /* Translators: a thousand tonnes of CO2-equivalent: "1,234 kt". */
  return g_strdup_printf (_("%s kt"), number);
}

/**
 * ijk_quantity_money:
 * @value_meur: million euros
 *
 * Two decimals below ten million, one below a hundred, none above; one from a billion on.
 *
 * Returns: (transfer full): "€8.30 million", "€184 million", "€21.4 billion"
 */
char *
ijk_quantity_money (double value_meur)
{
  const double size = fabs (value_meur);
  /* What would be written as 1,000 million is a billion. */
  const gboolean is_billion = size >= MEUR_PER_BILLION - 0.5;
  const guint n_decimals = is_billion ? 1 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
  g_autofree char *number
      = ijk_quantity_number (is_billion ? size / MEUR_PER_BILLION : size, n_decimals);
  const gboolean is_zero = strspn (number, "0.,") == strlen (number);

  if (!isfinite (value_meur))
    return g_steal_pointer (&number);
  if (value_meur < 0 && !is_zero)
    {
      if (is_billion)
        /* Translators: a negative amount, with a true minus sign: "−€21.4 billion". */
        return g_strdup_printf (_("−€%s billion"), number);
      /* Translators: a negative amount, with a true minus sign: "−€8.30 million". */
      return g_strdup_printf (_("−€%s million"), number);
    }
  if (is_billion)
    /* Translators: an amount of money: "€21.4 billion". */
    return g_strdup_printf (_("€%s billion"), number);
  /* Translators: an amount of money: "€8.30 million". */
  return g_strdup_printf (_("€%s million"), number);
}

/**
 * ijk_quantity_rate:
 *
 * Returns: (transfer full): "33.20 €/t"
 */
char *
ijk_quantity_rate (double value_eur_per_t)
{
  g_autofree char *number = ijk_quantity_number (value_eur_per_t, 2);

  /* Translators: euros per tonne: "33.20 €/t". */
  return g_strdup_printf (_("%s €/t"), number);
}

/**
 * ijk_quantity_share:
 * @fraction: 0..1
 *
 * Returns: (transfer full): "75%"
 */
char *
ijk_quantity_share (double fraction)
{
  g_autofree char *number = ijk_quantity_number (100 * fraction, 0);

  /* Translators: a percentage: "75%". */
  return g_strdup_printf (_("%s%%"), number);
}

/**
 * ijk_quantity_factor:
 *
 * Returns: (transfer full): "0.745"
 */
char *
ijk_quantity_factor (double value)
{
  return ijk_quantity_number (value, 3);
}

/**
 * ijk_quantity_plain:
 *
 * A number for another program, in every language the same: in as few digits as carry the whole of
 * it, so 55.4 and not 55.399999999999999.
 *
 * Returns: (transfer full): "55.4"; empty for unknown; no minus zero
 */
char *
ijk_quantity_plain (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (!isfinite (value))
    return g_strdup ("");
  value += 0.0; /* turns minus zero into zero */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], value);
      if (!(fabs (g_ascii_strtod (digits, NULL) - value) > 0))
        break;
    }
  return g_strdup (digits);
}

typedef struct
{
  const char *unit;   /* as in the tables */
  const char *text;   /* for a reader; a msgid */
} UnitText;

/* Units that are the same in every language and read well are not here. */
static const UnitText unit_texts[] = {
  { "-1 low, 0 central, 1 high", N_("−1 low, 0 central, 1 high") },
  { "EUR", "€" },
  { "EUR per t/y", N_("€ per t a year") },
  { "EUR/GJ", "€/GJ" },
  { "EUR/MWh", "€/MWh" },
  { "EUR/MWh wholesale", "€/MWh" },
  { "EUR/t", "€/t" },
  { "EUR/t nominal", N_("€/t nominal") },
  { "EUR/t/y", N_("€ per t a year") },
  { "FTE", N_("FTE") },
  { "GWh/y", N_("GWh a year") },
  { "GWh/y added", N_("GWh a year") },
  { "MEUR", N_("€ million") },
  { "MEUR a round", N_("€ million a round") },
  { "MEUR a round, industry", N_("€ million a round") },
  { "a year", N_("a year") },
  { "code", "" },
  { "factor", "" },
  { "fraction", "" },
  { "index 2021", N_("index, 2021 = 1") },
  { "kt", N_("kt") },
  { "kt/y", N_("kt a year") },
  { "kt/y after start", N_("kt a year") },
  { "place in the round", "" },
  { "share", "" },
  { "share of capex", N_("share of the investment") },
  { "share of the ETS price", N_("share of the ETS price") },
  { "share of eligible", N_("share of what qualifies") },
  { "share of potential", N_("share of the potential") },
  { "share of unabated emissions", N_("share of emissions without measures") },
  { "year", "" },
  { "year of benchmark set", "" },
};

/**
 * ijk_quantity_unit:
 * @unit: of levers.csv or of the long table
 *
 * Returns: (transfer none): the unit for a reader, empty where a bare number says enough; @unit
 *   itself where nothing better is known
 */
const char *
ijk_quantity_unit (const char *unit)
{
  g_return_val_if_fail (unit != NULL, "");

  /* A switch names its choices there. */
  if (strchr (unit, '|') != NULL)
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (unit_texts); i++)
    if (g_str_equal (unit_texts[i].unit, unit))
      return *unit_texts[i].text != '\0' ? _(unit_texts[i].text) : "";
  return unit;
}
