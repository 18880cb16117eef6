/* IjkCompanyWords: a company in a sentence, and its place in each sector and cluster it stands in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_WORDS (ijk_company_words_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyWords, ijk_company_words, IJK, COMPANY_WORDS, GtkWidget)

GtkWidget *ijk_company_words_new  (void);
/* Hides itself where @company is IJK_NONE. */
void       ijk_company_words_show (IjkCompanyWords      *self,
                                   const IjkFigureInput *input,
                                   guint                 company);

G_END_DECLS
