/* The rows are made anew with another company or other data only, and follow the session by themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-levers.h"

#include <glib/gi18n.h>

#include "ijk-lever-row.h"

#define TEXT_CHARS 50

struct _IjkCompanyLevers
{
  GtkWidget parent_instance;

  IjkSession *session;           /* (owned) */
  const IjkReference *reference; /* (owned) (nullable) of the rows */
  guint company;                 /* of the rows, or IJK_NONE */
  GtkWidget *projects;
  GtkListBox *project_list;
  GtkWidget *levers;             /* GtkExpander */
  GtkWidget *note;
  GtkListBox *lever_list;
};

enum
{
  EDIT_PATH,
  MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkCompanyLevers, ijk_company_levers, GTK_TYPE_WIDGET)

static void
edit_path_cb (IjkLeverRow    *row,
              IjkCompanyLevers *self)
{
  g_signal_emit (self, signals[EDIT_PATH], 0, (gpointer) ijk_lever_row_get_key (row));
}

static void
message_cb (IjkCompanyLevers *self,
            const char     *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

static void
add_lever (IjkCompanyLevers *self,
           IjkLeverId      lever,
           IjkScopeKind    scope,
           guint           target)
{
  GtkListBox *list = scope == IJK_SCOPE_PROJECT ? self->project_list : self->lever_list;
  GtkWidget *row
      = ijk_lever_row_new (self->session, &(IjkLeverKey) { lever, scope, target });

  g_signal_connect_object (row, "edit-path", G_CALLBACK (edit_path_cb), self, 0);
  g_signal_connect_object (row, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
}

/* Whether any installation can take a measure of the group. */
static gboolean
has_group (const IjkReference *reference,
           const IjkCompany   *company,
           IjkGroup            group)
{
  for (guint i = 0; i < company->n_units; i++)
    {
      const IjkUnit *unit = &reference->units[company->units[i]];
      const IjkSector *sector = &reference->sectors[unit->sector];

      for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
        {
          const IjkMeasure *m = &reference->measures[reference->cells[c].measure];

          if (m->group == group && (m->tags == 0 || (m->tags & unit->tags) != 0))
            return TRUE;
        }
    }
  return FALSE;
}

static void
make_levers (IjkCompanyLevers     *self,
             const IjkReference *reference)
{
  /* What people ask of a company first. */
  static const IjkGroup groups[] = { IJK_GROUP_CCS, IJK_GROUP_ELECTRIFICATION, IJK_GROUP_HYDROGEN,
                                     IJK_GROUP_STEEL, IJK_GROUP_N2O, IJK_GROUP_EFFICIENCY,
                                     IJK_GROUP_HEAT, IJK_GROUP_GEOTHERMAL_BIO, IJK_GROUP_CIRCULAR,
                                     IJK_GROUP_CCU };
  const IjkCompany *company = &reference->companies[self->company];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lever_list))) != NULL)
    gtk_list_box_remove (self->lever_list, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->project_list))) != NULL)
    gtk_list_box_remove (self->project_list, child);
  for (guint p = 0; p < reference->n_projects; p++)
    if (reference->units[reference->projects[p].unit].company == self->company)
      add_lever (self, IJK_LEVER_PROJECT, IJK_SCOPE_PROJECT, p);
  gtk_widget_set_visible (self->projects,
                          gtk_widget_get_first_child (GTK_WIDGET (self->project_list)) != NULL);
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    if (has_group (reference, company, groups[g]))
      add_lever (self, IJK_LEVER_SHARE (groups[g]), IJK_SCOPE_COMPANY, self->company);
  add_lever (self, IJK_LEVER_BENCHMARK_SCALE, IJK_SCOPE_COMPANY, self->company);
}

gboolean
ijk_company_levers_is_company_scenario (IjkCompanyLevers *self)
{
  GPtrArray *records = ijk_session_get_scenarios (self->session);
  const gint64 id = ijk_session_get_scenario_id (self->session);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return record->kind == IJK_SCENARIO_COMPANY;
    }
  return FALSE;
}

/* Levers of the company belong in a company scenario; those of its projects in any. */
static void
follow_kind (IjkCompanyLevers *self)
{
  const gboolean is_company = ijk_company_levers_is_company_scenario (self);

  gtk_widget_set_visible (self->note, !is_company);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->lever_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_sensitive (row, is_company);
}

static GtkWidget *
make_text_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkListBox *
make_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "company-levers");
  return GTK_LIST_BOX (list);
}

static void
make_projects (IjkCompanyLevers *self)
{
  GtkWidget *title = make_text_label ("figure-title");

  self->projects = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->project_list = make_list ();
  gtk_label_set_label (GTK_LABEL (title), _("Projects"));
  gtk_box_append (GTK_BOX (self->projects), title);
  gtk_box_append (GTK_BOX (self->projects), GTK_WIDGET (self->project_list));
  gtk_widget_add_css_class (self->projects, "card");
  gtk_widget_add_css_class (self->projects, "company-card");
  gtk_widget_set_visible (self->projects, FALSE);
  gtk_widget_set_parent (self->projects, GTK_WIDGET (self));
}

static void
make_levers_card (IjkCompanyLevers *self)
{
  GtkWidget *title = gtk_label_new (_("Levers of this company"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->levers = gtk_expander_new (NULL);
  gtk_widget_add_css_class (title, "figure-title");
  gtk_expander_set_label_widget (GTK_EXPANDER (self->levers), title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->levers),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  self->lever_list = make_list ();
  self->note = make_text_label ("company-note");
  gtk_label_set_label (GTK_LABEL (self->note),
                       _("Levers of a company are set in a company scenario, which builds on this one. "
                         "Choose Make Company Scenario above to set them."));
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lever_list));
  gtk_expander_set_child (GTK_EXPANDER (self->levers), box);
  gtk_widget_add_css_class (self->levers, "card");
  gtk_widget_add_css_class (self->levers, "company-card");
  gtk_widget_set_parent (self->levers, GTK_WIDGET (self));
}

void
ijk_company_levers_show (IjkCompanyLevers *self,
                         guint             company)
{
  const IjkReference *reference;

  g_return_if_fail (IJK_IS_COMPANY_LEVERS (self));

  reference = ijk_session_get_reference (self->session);
  gtk_widget_set_visible (GTK_WIDGET (self), company != IJK_NONE);
  if (company == IJK_NONE)
    return;
  if (self->company != company || self->reference != reference)
    {
      g_clear_pointer (&self->reference, ijk_reference_unref);
      self->reference = ijk_reference_ref (reference);
      self->company = company;
      make_levers (self, reference);
    }
  follow_kind (self);
}

void
ijk_company_levers_open (IjkCompanyLevers *self)
{
  GtkWidget *first;

  g_return_if_fail (IJK_IS_COMPANY_LEVERS (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->levers), TRUE);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->lever_list));
  if (first != NULL)
    ijk_lever_row_focus (IJK_LEVER_ROW (first));
}

static void
ijk_company_levers_dispose (GObject *object)
{
  IjkCompanyLevers *self = IJK_COMPANY_LEVERS (object);

  g_clear_pointer (&self->projects, gtk_widget_unparent);
  g_clear_pointer (&self->levers, gtk_widget_unparent);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_company_levers_parent_class)->dispose (object);
}

static void
ijk_company_levers_class_init (IjkCompanyLeversClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_levers_dispose;
  signals[EDIT_PATH] = g_signal_new ("edit-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companylevers");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_company_levers_init (IjkCompanyLevers *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->company = IJK_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  make_projects (self);
  make_levers_card (self);
}

GtkWidget *
ijk_company_levers_new (IjkSession *session)
{
  IjkCompanyLevers *self = g_object_new (IJK_TYPE_COMPANY_LEVERS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
