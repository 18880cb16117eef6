/* IjkQuestion: a plain question that is a way in, with the levers, figures and year that answer it.
 *
 * The questions ship with the program, in data/questions/questions.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference.h"
#include "ijk-store-error.h"

G_BEGIN_DECLS

/* Figures that one question shows. */
#define IJK_N_QUESTION_FIGURES 4

typedef struct
{
  char *id;                              /* (owned) */
  char *text_en, *text_nl;               /* (owned) the question */
  char *look_en, *look_nl;               /* (owned) a sentence: what to look at */
  char **settings;                       /* (owned) each as in `--set`; empty: current law */
  char *figures[IJK_N_QUESTION_FIGURES]; /* (owned) ids of figures */
  int year;                              /* that the charts point at */
  guint sector;                          /* to highlight, or IJK_NONE */
} IjkQuestion;

GPtrArray *ijk_questions_load  (const IjkReference *reference,
                                GError            **error);
GPtrArray *ijk_questions_parse (const IjkReference *reference,
                                const char         *text,
                                gssize              length,
                                GError            **error);
void       ijk_question_free   (IjkQuestion        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkQuestion, ijk_question_free)

G_END_DECLS
