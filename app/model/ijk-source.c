/* What a figure rests on, in words. The tables hold citations in English; those of the shipped
 * tables have a form in other languages here. Titles and publishers stay as the document has them;
 * what is ours around them is translated. The sources of another table are shown as they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-source.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* The column source of each table, but for potentials.csv: there it is one sentence with other
 * numbers in each row. */
static const char *const sources[] = {
  /* clusters.csv */
  NC_("source", "Climate Agreement 2019, industry chapter: six regional clusters; site "
                "mapping ours"),

  /* history.csv */
  NC_("source", "CBS dossier broeikasgassen to 2009; Emissieregistratie table (AR5, Jan "
                "2023) from 2010; gases Emissieregistratie"),
  NC_("source", "54.0 less the 4.2 Mt fall reported to parliament (29826-214, Oct 2024)"),
  /* xgettext:no-c-format */
  NC_("source", "Almost 46% below 1990 (answers 2025D25432, June 2025; the year is inferred)"),

  /* indexation.csv */
  NC_("source", "Wbm art. 71p and 90; factor behind the published rate 30.48 (NEa 2022-04-28)"),
  NC_("source", "Wbm art. 71p and 90; factor behind the published rate 41.75"),
  NC_("source", "Wbm art. 71p and 90; factor behind the published rate 55.94"),
  NC_("source", "Wbm art. 71p and 90; factor behind the published rate 74.17"),
  NC_("source", "Wbm art. 71p and 90; factor behind the published rate 87.90"),
  NC_("source", "Wbm art. 71p and 90; factor behind the published rate 103.66"),

  /* levers.csv */
  NC_("source", "Wbm chapter VIB and amendments"),
  NC_("source", "Wbm art. 71p"),
  NC_("source", "Wbm art. 71p(2)"),
  NC_("source", "sourced to 2025, assumption after"),
  NC_("source", "project judgement"),
  NC_("source", "Wbm art. 71f(4)"),
  NC_("source", "0.6 Mt rights in 2030"),
  /* xgettext:no-c-format */
  NC_("source", "0.6 to 4.2% in 2021-2025"),
  NC_("source", "RVO, 400 from 2023"),
  NC_("source", "Climate Agreement clause, from memory"),
  NC_("source", "7.2 then 9.7 Mt, lapsed 2023"),
  /* xgettext:no-c-format */
  NC_("source", "VEKI pays 30 to 70% of extra capex to few"),
  NC_("source", "widened to CO₂ measures in 2023 (VEMW 2023-06-30)"),
  /* xgettext:no-c-format */
  NC_("source", "between 0 and 1.1% a year (NRC 2021 on MEE)"),
  NC_("source", "Danish Energy Agency paths"),
  NC_("source", "15 to 60 EUR/t"),
  NC_("source", "Porthos and ship transport; Aramis added"),
  NC_("source", "not before end 2030 (Energeia); 2051 = never"),
  NC_("source", "Porthos capex rose 2.6 to 2.9 fold"),
  NC_("source", "plan 2030, no final decision"),
  NC_("source", "15 to 25"),
  NC_("source", "assumption after 2025"),
  NC_("source", "ETS2 covers small industry from 2028"),
  NC_("source", "dossier low, central, high"),
  NC_("source", "CPB 2020"),
  NC_("source", "CPB 2020, about half"),

  /* measures.csv */
  NC_("source", "Royal HaskoningDHV and PDC 2020 via NRC 2020-07; capex from payback"),
  NC_("source", "VEKI evaluation ≥ 0.5 Mt/y from 2027 (accountancyvanmorgen 2025); capex "
                "derived from payback 5/8/15 y; potentials estimate"),
  NC_("source", "capex Energy Transition Model node data: 265 EUR/kW source + 245 EUR/kW "
                "primary pipe; 5000 h; abatement counted outside industry; potentials "
                "estimate"),
  NC_("source", "capex/COP DEA via PyPSA technology-data 2030 (986 EUR/kW, COP 2.7); low "
                "Energy Transition Model node data (250 EUR/kW); potentials estimate inside "
                "4.2 Mt electrification total (stadszaken 2021)"),
  NC_("source", "low Energy Transition Model node data (132 EUR/kW, COP 10.8, 8000 h); "
                "central/high x2.5/x5 integration factor = estimate; potentials estimate"),
  NC_("source", "capex 60 (Energy Transition Model node data) / 154 EUR/kW (Tiggeloven et "
                "al. 2025 input data (UU, Chemelot/Zeeland)); high incl. grid connection = "
                "estimate; potential inside 4.2 Mt electrification total"),
  NC_("source", "as hybrid e-boilers at 8000 h; potentials estimate (Routekaart "
                "Elektrificatie: 80-130 TWh in 2050)"),
  NC_("source", "estimate, unverified (electricity 0.9 MWh per MWh fuel replaced); needs "
                "MIDDEN check"),
  NC_("source", "derived from Tiggeloven et al. 2025 input data (UU, Chemelot/Zeeland): "
                "+1.86 MWh el and 0.327 t CO₂ per t naphtha; frees 5.7 MWh fuel gas per t "
                "(valued 0 here); capex = full rebuild incl. fixed part; p2050 estimate"),
  NC_("source", "low Energy Transition Model node data (1325 EUR/kW, 6000 h, 100 EUR/kW/y); "
                "high DEA via PyPSA technology-data 2030 (3562 EUR/kW); potentials estimate"),
  NC_("source", "extra cost = (green gas 17.7 EUR/GJ Energy Transition Model node data / "
                "21.9+3 EUR/GJ PyPSA JRC − gas 9)/0.0565; potentials estimate"),
  NC_("source", "high: bionaphtha 76.8 vs naphtha 14.7 EUR/GJ (Energy Transition Model node "
                "data) over 0.07 t/GJ; with recycling and CCU to fuels within 3.5-5.8 Mt "
                "(GCNE 2023); most benefit outside scope 1"),
  /* xgettext:no-c-format */
  NC_("source", "potential shares GCNE 2023 (3.5-5.8 Mt package) and CE Delft/PlasticsEurope "
                "(25% recyclate by 2030); cost estimate, unverified"),
  NC_("source", "0.268 t CO₂ per MWh H₂ from SMR eff 0.76 (IEA via PyPSA); H₂ 4/6/12 EUR/kg "
                "(12-14 TNO 2024, grey 2-3); supply capex is in the H₂ price; potentials "
                "estimate"),
  NC_("source", "fuel switch 1:1 GJ; burner capex estimate; potentials estimate"),
  NC_("source", "Energy Transition Model node data (30 EUR/tpy, 0.11 MWh/t) to NPC 2019 (146 "
                "USD/tpy); transport and storage 17 (Energy Transition Model node data) / 58 "
                "(Tiggeloven et al. 2025 input data (UU, Chemelot/Zeeland)) / 90; Yara 0.8 "
                "Mt/y shipped to Norway (Tijd 2022)"),
  NC_("source", "Port of Rotterdam on Porthos 2021; Tiggeloven et al. 2025 input data"),
  NC_("source", "capex 275 (Tiggeloven et al. 2025 input data (UU, Chemelot/Zeeland)) / 400 "
                "EUR/tpy (Energy Transition Model node data); heat 3.9 GJ/t; share "
                "capturable 0.85 (ETM); potentials estimate; Aramis not before end 2030 "
                "(Energeia)"),
  NC_("source", "capex/heat DEA via PyPSA technology-data 2030 (3.39 MEUR per t/h; 0.72 "
                "MWh/t); part biogenic = negative; potentials estimate"),
  /* xgettext:no-c-format */
  NC_("source", "capex Energy Transition Model node data 115 to NPC 560 USD/tpy; 34% of BF "
                "route capturable (ETM); excludes direct reduction; Tata CCS plan was 5 Mt "
                "(NRC 2021), dropped"),
  NC_("source", "MPP and PyPSA technology-data; Tata plans 2023-2025"),
  NC_("source", "MPP via PyPSA: 2.1 MWh H₂ replaces 2.78 MWh gas per t HBI; follows direct "
                "reduction; p2050 estimate"),
  /* xgettext:no-c-format */
  NC_("source", "De Limburger 2019-02-20; abatement 85%"),
  NC_("source", "existing 0.6 Mt/y (OCAP 2021), need 2 Mt, agreed shift 0.2 Mt (Onder Glas); "
                "not deductible from industry emissions; capture as CCS, no storage; cost "
                "estimate"),
  NC_("source", "Fischer-Tropsch DEA via PyPSA technology-data 2030: 0.326 t CO₂ and 1.421 "
                "MWh H₂ per MWh; product credit 60 EUR/MWh in extra; potential within GCNE "
                "package"),

  /* policy.csv */
  NC_("source", "Aramis 5 Mt first, 14 to 22 Mt later (PBL CES 3.0, EW 2025)"),
  NC_("source", "Old ETS benchmarks (2013-2020) under the 2021 act, NEa 2022-06-15"),
  NC_("source", "New benchmarks from 2023, NEa 2022-06-15; the 2026-2030 set from 2026 "
                "(inferred)"),
  NC_("source", "Porthos 2.5 Mt (1.3 in its first year), ship transport for Yara 0.8 Mt"),
  NC_("source", "Climate Agreement 7.2 Mt, raised to 9.7 Mt in Sept 2021 (NH Nieuws), lapsed "
                "from the 2023 round (Mondaq); 25000 stands for no ceiling"),
  NC_("source", "PBL tariff study 2022 inputs (47) and Tiggeloven et al. 2025 (66, 91) for "
                "2030; other years ours"),
  NC_("source", "Auction means computed from ICAP daily prices"),
  NC_("source", "2030 inside the PBL tariff study 2022 range 63-100; 2040 Tiggeloven et al. "
                "2025; 2050 ours"),
  NC_("source", "NEa 2022-04-28 (2021); 2022 as supplied, near the Sept-Oct 2021 auction "
                "mean 60.44"),
  /* xgettext:no-c-format */
  NC_("source", "Sept-Oct auction mean of the year before (ICAP) plus 2% premium"),
  NC_("source", "87.90 less the net 21.14 of the World Carbon Pricing Database"),
  /* xgettext:no-c-format */
  NC_("source", "Sept-Oct 2025 auction mean 76.72 (ICAP) plus 2% premium"),
  /* xgettext:no-c-format */
  NC_("source", "Directive 2003/87/EC art. 10a(1a): 97.5, 95, 90, 77.5, 51.5, 39, 26.5, 14, "
                "0%; times 0.90"),
  NC_("source", "Free allocation over emissions in the registry 2021-22 (0.92); benchmarks "
                "fall in 2026 and with the cap"),
  NC_("source", "TNO Vector price monitor, PBL tariff study 2022, Quintel dataset NL 2023; "
                "after 2030 ours"),
  NC_("source", "CE Delft 2021; Quintel dataset NL 2023; Tiggeloven et al. 2025; later ours"),
  NC_("source", "Congestion before 2030, TSO plans after; ours from dossier ranges"),
  NC_("source", "TNO 2024: 12-14 EUR/kg now; later ours"),
  NC_("source", "no correction factor in the 2021 act"),
  NC_("source", "Path ours; 2030 gives rights of 0.6 Mt; zero in 2033 (taxlive.nl 2025)"),
  NC_("source", "Path ours; 2030 set so that rights are 0.6 Mt (Tax plan 2025 memorandum "
                "5.27)"),
  NC_("source", "as levy_rate of the same regime: one gross rate for all, no deduction"),
  NC_("source", "Wbm art. 71p (BWBR0007168) and (2), 2026 money, held after 2030"),
  NC_("source", "NEa 2020-11-27 and 2022-04-28; EIU; PwC 2025-09-16; indexation chain of "
                "art. 71p and 90; 2026 money from 2026, held after 2030"),
  NC_("source", "Wbm art. 71p (BWBR0007168), 2026 text; real-terms constant from 2026 (art. "
                "90 indexes it)"),
  NC_("source", "Wbm art. 71f(4); for industry from 2023"),
  NC_("source", "executivefinance.nl 2020-10: 1.2 less 0.057 a year; held after 2030 "
                "(assumption)"),
  NC_("source", "NEa 2022-06-15"),
  NC_("source", "Tax plan 2026 memorandum 5.20 says raised in 2026 and then constant; the "
                "value was not found. 1.22 keeps rights per unit of output near the 2025 "
                "level after the 2026 benchmark cut"),
  NC_("source", "NEa 2022-06-15: 1.213 in 2023 less 0.078 a year; held after 2030 "
                "(assumption)"),
  NC_("source", "Porthos contracts of the 2020 round, 2.5 Mt; the 2022 Aramis awards are "
                "left to compete again"),
  NC_("source", "EUR 550 million a year for industry by 2030 (NOS 2018, VNCI 2019) x 15 "
                "years over about eight rounds"),
  NC_("source", "No published figure for industry; ours"),

  /* projects.csv */
  NC_("source", "Porthos 2.5 Mt a year for four shippers, investment decision Oct 2023 "
                "(Schuttevaer); split over shippers is ours; all-in cost about 80 EUR/t "
                "(Volkskrant 2021)"),
  NC_("source", "as porthos-shell"),
  NC_("source", "Yara Sluiskil 0.8 Mt a year shipped to Norway (De Tijd 2022); start year "
                "ours"),
  NC_("source", "Plan of 5 Mt a year with steel gas power (nieuws.nl 2023), State at most 2 "
                "bn EUR (Sept 2025); share in own permit and start year ours"),
  NC_("source", "Steel gas no longer burned when the first blast furnace closes; split of 5 "
                "Mt by emissions"),
  NC_("source", "Second blast furnace; ours"),
  NC_("source", "ours"),

  /* regimes.csv */
  NC_("source", "Wbm chapter VIB, text of 2021; NEa 2020-11-27; executivefinance.nl 2020-10"),
  NC_("source", "Wbm chapter VIB; NEa 2022-06-15; Tax plan 2025 memorandum 5.27"),
  NC_("source", "Wbm art. 71p (BWBR0007168), 2026 text; Tax plan 2026 memorandum 5.20"),

  /* sectors.csv */
  NC_("source", "index: matched registry sites where seen, else judgement (derived); eta: "
                "CPB 2020 aggregate with sector multipliers; bm_ratio 2021: heat, fuel, "
                "process and product benchmarks of the sites (Decision 2011/278/EU, IR (EU) "
                "2021/447), product part drawn in to a national 1.11; bm_ratio 2026: drafts "
                "for 2026-2030 weighted by main products; growth and pass-through: project "
                "judgement"),

  /* targets.csv */
  /* xgettext:no-c-format */
  NC_("source", "klimaatakkoord.nl, industry chapter 2019 (−59% on 1990)"),
  NC_("source", "PBL tariff study, April 2024"),
  NC_("source", "Climate Act: net zero nationally in 2050; a residual of 2 Mt stands for "
                "near zero"),

  /* units.csv */
  NC_("source", "EU Transaction Log / Union Registry, European Commission (extraction C. "
                "Rossi, CC BY 4.0); 2023-2025: Union Registry, European Commission"),
  NC_("source", "EU Transaction Log / Union Registry, European Commission (extraction C. "
                "Rossi, CC BY 4.0)"),
  NC_("source", "CBS 83390NED 2021 sector CO₂ less the registry; later years close the "
                "national total"),
  NC_("source", "Closes the national total 54.0 Mt (2021), 49.8 (2022), 47.2 (2024)"),
  NC_("source", "Level from the inventory: other process gases of chemicals 0.8 Mt in 2023 "
                "(Quintel dataset NL 2023); no plant figure was found"),
  NC_("source", "Emissieregistratie 2021: CH₄ 3.7, F-gases 1.1, N₂O 1.9 Mt, less N₂O inside "
                "ETS (0.3) and the N₂O plants"),
  NC_("source", "NEa: twelve incinerators 2.3 Mt in 2024; split over sites by permitted "
                "capacity (memory), 2021-2022 by a sector index"),

  /* validation.csv */
  NC_("source", "Emissieregistratie"),
  NC_("source", "Letter to parliament 29826-214"),
  NC_("source", "Answers 2025D25432"),
  /* xgettext:no-c-format */
  NC_("source", "PBL KEV 2024; central −56% on 1990 (answers 2025D25432)"),
  NC_("source", "NEa 2023"),
  NC_("source", "NEa 2022-04-28"),
};

/* Digits and a decimal point. */
#define NUMBER_MAX 15
typedef char Number[NUMBER_MAX + 1];

/* The sentence of potentials.csv with its numbers as the language writes them. (transfer none)
 * (nullable): NULL for another sentence */
static const char *
translate_potential (const char *source)
{
  Number p2030, p2050, weight, emissions, cap;
  char *const numbers[] = { p2030, p2050, weight, emissions, cap };
  g_autofree char *text = NULL;
  int end = -1;
  const int n_read = sscanf (source,
                             "National %15[0-9.] Mt (2030), %15[0-9.] Mt (2050) x sector weight "
                             "%15[0-9.] over eligible 2024 emissions %15[0-9.] kt; capped at "
                             "%15[0-9.]%n",
                             p2030, p2050, weight, emissions, cap, &end);

  if (n_read != (int) G_N_ELEMENTS (numbers) || end < 0 || source[end] != '\0')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    /* Translators: the decimal sign of a number in a citation: one character. */
    g_strdelimit (numbers[i], ".", *C_("source", "."));
  /* Translators: the source of a potential; numbers with their decimal sign, such as “0.05”. */
  text = g_strdup_printf (C_("source", "National %1$s Mt (2030), %2$s Mt (2050) x sector weight "
                                       "%3$s over eligible 2024 emissions %4$s kt; capped at "
                                       "%5$s"),
                          p2030, p2050, weight, emissions, cap);
  return g_intern_string (text);
}

/**
 * ijk_source_words:
 * @source: (nullable): of an IjkProvenance
 *
 * Returns: (transfer none) (nullable): the citation in the language in force; @source itself where
 * it is not one of the shipped tables
 */
const char *
ijk_source_words (const char *source)
{
  if (source == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (strcmp (sources[i], source) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "source", source);
  if (g_str_has_prefix (source, "National "))
    {
      const char *translated = translate_potential (source);

      if (translated != NULL)
        return translated;
    }
  return source;
}
