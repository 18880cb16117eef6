/* IjkLeverSection: the levers of one heading: its title, a boxed list of rows, a button for the
 * rest.
 *
 * Signals: "edit-path" (gpointer key), "message" (const char *), handed on from its rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-lever-row.h"

G_BEGIN_DECLS

#define IJK_TYPE_LEVER_SECTION (ijk_lever_section_get_type ())
G_DECLARE_FINAL_TYPE (IjkLeverSection, ijk_lever_section, IJK, LEVER_SECTION, GtkWidget)

/* @gloss: (nullable): dimmed words behind the title
 * @search_words: (nullable): a search for these finds all levers of the section */
GtkWidget   *ijk_lever_section_new         (IjkSession      *session,
                                            const char      *title,
                                            const char      *gloss,
                                            const char      *search_words);
/* Adds a lever, in the order in which they stand; @is_main: seen while the section is folded. */
void         ijk_lever_section_add         (IjkLeverSection   *self,
                                            const IjkLeverKey *key,
                                            gboolean           is_main);
/* Shows what is to be seen. @search: (nullable): words that a row must have. Levers that cannot
 * be set on @scope are left out. Returns: the number of rows that are seen. */
guint        ijk_lever_section_filter      (IjkLeverSection   *self,
                                            const char        *search,
                                            IjkScopeKind       scope,
                                            guint              target);
/* Counts what the scenario changes, and shows it. */
void         ijk_lever_section_update      (IjkLeverSection   *self);
/* (transfer none) (nullable): the row of the lever, made and shown */
IjkLeverRow *ijk_lever_section_reveal      (IjkLeverSection   *self,
                                            const IjkLeverKey *key);

G_END_DECLS
