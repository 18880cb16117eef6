/* What is shown in the table of companies, on the clipboard and as a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <glib/gi18n.h>

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkCompanyTableView *self = user_data;
  IjkCompanyColumn columns[IJK_N_COMPANY_COLUMNS];
  guint n_columns;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;

  (void) action;
  (void) parameter;
  if (self->table == NULL)
    return;
  n_columns = ijk_company_table_view_find_chosen (self, columns);
  text = ijk_company_table_to_tsv (self->table, columns, n_columns);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  sentence = g_strdup_printf (ngettext ("%u row was copied with its total.",
                                        "%u rows were copied with their totals.",
                                        ijk_company_table_n_shown (self->table)),
                              ijk_company_table_n_shown (self->table));
  g_signal_emit_by_name (self, "message", sentence);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  (void) action;
  (void) parameter;
  g_signal_emit_by_name (user_data, "save-requested");
}

char *
ijk_company_table_view_to_csv (IjkCompanyTableView *self)
{
  IjkCompanyColumn columns[IJK_N_COMPANY_COLUMNS];
  guint n_columns;

  g_return_val_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self) && self->table != NULL, NULL);

  n_columns = ijk_company_table_view_find_chosen (self, columns);
  return ijk_company_table_to_csv (self->table, columns, n_columns);
}

void
ijk_company_table_view_add_copy (IjkCompanyTableView *self)
{
  static const GActionEntry entries[] = {
    { .name = "copy", .activate = copy_cb },
    { .name = "save", .activate = save_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
