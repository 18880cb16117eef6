/* The constants of the equations that are neither a lever nor a figure of the reference, each with
 * its unit and source. The run uses them and explanations quote them.
 *
 * Years of the horizon are in ijk-horizon.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-horizon.h"

/* ---- the statute ---- */

/* First year in which the minimum CO2 price holds for industry. Wbm art. 71f(4), BWBR0007168. */
#define IJK_MIN_PRICE_FIRST_YEAR 2023

/* Last year in which incinerators trade rights with the others. METHOD.md, chapter 7. */
#define IJK_LAST_SHARED_MARKET_YEAR 2025

/* First year in which ETS2 prices combustion outside the ETS. levers.csv, ets2. */
#define IJK_ETS2_FIRST_YEAR 2028

/* years. Energy savings must repay the investment within this time for the duty to save energy.
 * Climate Agreement 2019; Activiteitenbesluit milieubeheer art. 2.15. */
#define IJK_DUTY_PAYBACK_YEARS 5

/* ---- SDE++ ---- */

/* years. How long a contract pays. SDE++ (RVO). */
#define IJK_CONTRACT_YEARS 15

/* share (0..1) of the expected ETS price that is deducted at least. SDE++ (RVO). */
#define IJK_PRICE_FLOOR_SHARE (2.0 / 3.0)

/* rate of return a year (0..1) that counts under a contract. Assumption. */
#define IJK_CONTRACT_RATE 0.08

/* ---- prices and costs ---- */

/* years. How far ahead investors look at prices, levy and ETS. Assumption. */
#define IJK_N_MEAN_YEARS 10

/* factor. Cheap hours cost this part of the mean wholesale price of power. Assumption. */
#define IJK_FLEX_PRICE_FACTOR 0.68

/* share (0..1) by which shared pipes make heat, CCU and CCS cheaper at full cooperation of a
 * cluster. Assumption. */
#define IJK_COOPERATION_SAVING 0.15

/* EUR per EUR. What a grant of one euro takes off the private cost: it is certain and early.
 * Assumption. */
#define IJK_GRANT_WEIGHT 1.4

/* share (0..1). Shortage of rights that moves their price, and what investors expect of the levy,
 * by one unit of the logit. Assumption. */
#define IJK_SHORTAGE_SPREAD 0.05

/* ---- limits ---- */

/* years. How long ahead CO2 transport and storage are booked: the lag of CCS. Assumption. */
#define IJK_CCS_LEAD_YEARS 4

/* First year in which the scale of the CO2 transport and storage capacity acts. Assumption. */
#define IJK_CCS_SCALE_FIRST_YEAR 2028

/* FTE per MEUR of investment. Assumption. */
#define IJK_FTE_PER_MEUR 3.6

/* ---- output leaving the country ---- */

/* First year in which output answers to costs; what left earlier is in the observed activity.
 * Assumption. */
#define IJK_FIRST_LEAK_YEAR 2027

/* Year whose costs are the base line. Assumption. */
#define IJK_LEAK_BASE_YEAR 2025

/* share (0..1) of the gap to its end value that output leaving the country closes in a year.
 * Assumption. */
#define IJK_LEAK_SPEED 0.25
