/* Quantities as arguments of a sentence: each belongs to the paragraph it is said in; and short
 * names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-private.h"

G_BEGIN_DECLS

char *ijk_measure_short_name (const IjkMeasure   *measure);
char *ijk_target_short_name  (const IjkReference *reference,
                              guint               target);

/* "37.8 Mt" */
static inline const char *
ijk_say_mt (IjkWording *wording,
            double      value_kt)
{
  return ijk_wording_keep (wording, ijk_quantity_mt (value_kt));
}

/* "−2.4 Mt" */
static inline const char *
ijk_say_mt_change (IjkWording *wording,
                   double      value_kt)
{
  return ijk_wording_keep (wording, ijk_quantity_mt_change (value_kt));
}

/* "1,234 kt" */
static inline const char *
ijk_say_kt (IjkWording *wording,
            double      value_kt)
{
  return ijk_wording_keep (wording, ijk_quantity_kt (value_kt));
}

/* "33.20 €/t" */
static inline const char *
ijk_say_rate (IjkWording *wording,
              double      value_eur_per_t)
{
  return ijk_wording_keep (wording, ijk_quantity_rate (value_eur_per_t));
}

/* "€8.30 million" */
static inline const char *
ijk_say_money (IjkWording *wording,
               double      value_meur)
{
  return ijk_wording_keep (wording, ijk_quantity_money (value_meur));
}

/* "75%" */
static inline const char *
ijk_say_share (IjkWording *wording,
               double      fraction)
{
  return ijk_wording_keep (wording, ijk_quantity_share (fraction));
}

static inline const char *
ijk_say_number (IjkWording *wording,
                double      value,
                guint       n_decimals)
{
  return ijk_wording_keep (wording, ijk_quantity_number (value, n_decimals));
}

/* With its sign. */
static inline const char *
ijk_say_change (IjkWording *wording,
                double      value,
                guint       n_decimals)
{
  return ijk_wording_keep (wording, ijk_quantity_change (value, n_decimals));
}

G_END_DECLS
