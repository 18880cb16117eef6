/* A line for each own installation. Made anew with other data or another company only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-own.h"

#include <glib/gi18n.h>

#include "ijk-unit-name.h"

#define TEXT_CHARS 40

struct _IjkCompanyOwn
{
  GtkWidget parent_instance;

  const IjkReference *reference; /* (owned) (nullable) shown last */
  guint first_unit;              /* of what is shown */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (IjkCompanyOwn, ijk_company_own, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_button (const char *icon,
             const char *tooltip,
             const char *action,
             const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  return button;
}

static const char *
name_status (IjkStatus status)
{
  switch (status)
    {
    case IJK_STATUS_SOURCED:
      return _("read in the source named");
    case IJK_STATUS_DERIVED:
      return _("worked out from sourced figures");
    case IJK_STATUS_ASSUMPTION:
      return _("an assumption");
    case IJK_N_STATUSES:
      break;
    }
  g_assert_not_reached ();
}

/* What the figures are, and of which row of the rest they were taken. */
static char *
write_standing (const IjkReference *reference,
                guint               unit)
{
  const IjkUnit *u = &reference->units[unit];
  const guint rest = ijk_unit_find_rest (reference, unit);

  if (rest == IJK_NONE)
    /* Translators: %1$s is "an assumption", %2$s a citation. */
    return g_strdup_printf (_("Own figures, %1$s: %2$s. They come on top of what the table held."),
                            name_status (u->provenance.status), u->provenance.source);
  /* Translators: %1$s is "an assumption", %2$s a citation, %3$s a row such as Rest of food and drink. */
  return g_strdup_printf (_("Own figures, %1$s: %2$s. They were taken off “%3$s”."),
                          name_status (u->provenance.status), u->provenance.source,
                          ijk_unit_name (reference->units[rest].name));
}

static void
add_unit (IjkCompanyOwn      *self,
          const IjkReference *reference,
          guint               unit)
{
  const IjkUnit *u = &reference->units[unit];
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *standing = write_standing (reference, unit);
  /* Translators: %s is an installation. */
  g_autofree char *edit = g_strdup_printf (_("Edit %s…"), u->name);
  /* Translators: %s is an installation. */
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), u->name);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (ijk_unit_name (u->name), "company-product"));
  gtk_box_append (GTK_BOX (words), make_label (standing, "company-note"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), make_button ("document-edit-symbolic", edit,
                                              "win.edit-own-company", u->id));
  gtk_box_append (GTK_BOX (row), make_button ("user-trash-symbolic", remove,
                                              "win.remove-own-company", u->id));
  gtk_box_append (GTK_BOX (self->list), row);
}

void
ijk_company_own_show (IjkCompanyOwn      *self,
                      const IjkReference *reference,
                      const guint        *units,
                      guint               n_units)
{
  GtkWidget *child;
  guint n_own = 0;

  g_return_if_fail (IJK_IS_COMPANY_OWN (self));

  if (self->reference == reference && self->first_unit == units[0])
    return;
  g_clear_pointer (&self->reference, ijk_reference_unref);
  self->reference = ijk_reference_ref (reference);
  self->first_unit = units[0];
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < n_units; i++)
    if (reference->units[units[i]].kind != IJK_KIND_REST && ijk_unit_is_own (reference, units[i]))
      {
        add_unit (self, reference, units[i]);
        n_own++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self), n_own > 0);
}

static void
ijk_company_own_dispose (GObject *object)
{
  IjkCompanyOwn *self = IJK_COMPANY_OWN (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  G_OBJECT_CLASS (ijk_company_own_parent_class)->dispose (object);
}

static void
ijk_company_own_class_init (IjkCompanyOwnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_own_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companyown");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_company_own_init (IjkCompanyOwn *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "company-card");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Own figures"), -1);
}

GtkWidget *
ijk_company_own_new (void)
{
  return g_object_new (IJK_TYPE_COMPANY_OWN, NULL);
}
