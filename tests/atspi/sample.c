/* A program as small as can be, to prove the harness of these tests apart from Ijkpad: a slider and a
 * spin button on one adjustment, a label that follows, a button that opens a dialog, an entry whose
 * text is found again at the next start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

typedef struct
{
  GtkWidget *window;
  GtkAdjustment *ceiling;
  GtkWidget *headline;
  GtkWidget *note;
  char *path; /* (owned): what the entry says */
} Sample;

static void
follow_ceiling (Sample *self)
{
  g_autofree char *text = g_strdup_printf ("%.1f Mt", 50.0 - gtk_adjustment_get_value (self->ceiling));

  gtk_label_set_label (GTK_LABEL (self->headline), text);
}

static void
ceiling_changed_cb (Sample *self)
{
  follow_ceiling (self);
}

static void
reset_clicked_cb (Sample *self)
{
  gtk_adjustment_set_value (self->ceiling, 7.0);
}

static void
note_changed_cb (Sample *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->note));

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
}

static void
open_clicked_cb (Sample *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self->window), "The file is damaged",
                                              "Its first page is not that of a workbook");

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", "_Close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
add_labelled (GtkWidget  *box,
              GtkWidget  *widget,
              const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), widget);
  return widget;
}

static void
activate_cb (GtkApplication *application,
             Sample         *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label ("Open");
  GtkWidget *reset = gtk_button_new_with_label ("Reset");
  g_autofree char *text = NULL;

  self->window = gtk_application_window_new (application);
  self->ceiling = gtk_adjustment_new (7.0, 0.0, 20.0, 0.1, 1.0, 0.0);
  gtk_window_set_title (GTK_WINDOW (self->window), "Sample");
  gtk_window_set_child (GTK_WINDOW (self->window), box);

  add_labelled (box, gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->ceiling), "CCS ceiling");
  add_labelled (box, gtk_spin_button_new (self->ceiling, 0.1, 1), "CCS ceiling");
  self->headline = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->headline);
  self->note = add_labelled (box, gtk_entry_new (), "Note");
  if (g_file_get_contents (self->path, &text, NULL, NULL))
    gtk_editable_set_text (GTK_EDITABLE (self->note), text);
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), button);

  g_signal_connect_swapped (self->ceiling, "value-changed", G_CALLBACK (ceiling_changed_cb), self);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (note_changed_cb), self);
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (reset_clicked_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_clicked_cb), self);
  follow_ceiling (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

int
main (int    argc,
      char **argv)
{
  Sample self = { .path = g_build_filename (g_get_user_data_dir (), "note", NULL) };
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GSimpleAction) quit = g_simple_action_new ("quit", NULL);
  const char *const quit_keys[] = { "<Control>q", NULL };
  int status;

  application = adw_application_new ("org.ijkpad.Sample", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect_swapped (quit, "activate", G_CALLBACK (g_application_quit), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (quit));
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &self);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_free (self.path);
  return status;
}
