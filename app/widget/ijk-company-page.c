/* The page of a company. Cards are made once; what they show is written again after every run. Levers
 * are made anew with another company only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ijk-company-effect.h"
#include "ijk-company-measure-list.h"
#include "ijk-company-sum-view.h"
#include "ijk-language.h"
#include "ijk-lever-row.h"
#include "ijk-quantity.h"
#include "ijk-widget.h"

#define CHART_HEIGHT_PX 320
#define TEXT_CHARS 50

struct _IjkCompanyPage
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  const IjkReference *reference; /* of the levers below; compared only */
  guint company;       /* of the levers below, or IJK_NONE */
  guint unit;          /* shown where there is no company */

  GtkStack *stack;
  GtkWidget *scroller;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkWidget *make_button;
  GtkWidget *content;
  GtkWidget *card;      /* IjkFigureCard */
  GtkWidget *sum;
  GtkWidget *measures;
  GtkWidget *effect;
  GtkWidget *levers;    /* GtkExpander */
  GtkWidget *lever_note;
  GtkListBox *lever_list;
  GtkLabel *place;
  GtkLabel *sentence;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  EDIT_PATH,
  MESSAGE,
  SCENARIO_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkCompanyPage, ijk_company_page, GTK_TYPE_WIDGET)

/* ---- levers ---- */

static void
edit_path_cb (IjkLeverRow    *row,
              IjkCompanyPage *self)
{
  g_signal_emit (self, signals[EDIT_PATH], 0, (gpointer) ijk_lever_row_get_key (row));
}

static void
message_cb (IjkCompanyPage *self,
            const char     *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

static void
add_lever (IjkCompanyPage *self,
           IjkLeverId      lever,
           IjkScopeKind    scope,
           guint           target)
{
  GtkWidget *row
      = ijk_lever_row_new (self->session, &(IjkLeverKey) { lever, scope, target });

  g_signal_connect_object (row, "edit-path", G_CALLBACK (edit_path_cb), self, 0);
  g_signal_connect_object (row, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->lever_list, row);
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
make_levers (IjkCompanyPage     *self,
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
  for (guint p = 0; p < reference->n_projects; p++)
    if (reference->units[reference->projects[p].unit].company == self->company)
      add_lever (self, IJK_LEVER_PROJECT, IJK_SCOPE_PROJECT, p);
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    if (has_group (reference, company, groups[g]))
      add_lever (self, IJK_LEVER_SHARE (groups[g]), IJK_SCOPE_COMPANY, self->company);
  add_lever (self, IJK_LEVER_BENCHMARK_SCALE, IJK_SCOPE_COMPANY, self->company);
}

/* ---- words ---- */

static const char *
name_of_kind (IjkUnitKind kind)
{
  switch (kind)
    {
    case IJK_KIND_ETS:
      return _("EU ETS");
    case IJK_KIND_INCINERATOR:
      return _("waste incinerator");
    case IJK_KIND_N2O:
      return _("nitrous oxide plant");
    case IJK_KIND_REST:
      return _("not levied");
    case IJK_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

static void
write_head (IjkCompanyPage     *self,
            const IjkReference *reference,
            const guint        *units,
            guint               n_units)
{
  const IjkUnit *first = &reference->units[units[0]];
  const IjkSector *sector = &reference->sectors[first->sector];
  const char *name = self->company != IJK_NONE ? reference->companies[self->company].name : first->name;
  g_autofree char *sites = g_strdup_printf (
      ngettext ("%u installation", "%u installations", n_units), n_units);
  g_autofree char *subtitle = NULL;

  if (first->cluster != IJK_NONE)
    {
      const IjkCluster *cluster = &reference->clusters[first->cluster];

      /* Translators: below the name of a company: sector, cluster, "2 installations", "EU ETS". */
      subtitle = g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"),
                                  ijk_language_pick (sector->name_en, sector->name_nl),
                                  ijk_language_pick (cluster->name_en, cluster->name_nl), sites,
                                  name_of_kind (first->kind));
    }
  else
    /* Translators: below the name of a company: sector, "2 installations", "EU ETS". */
    subtitle = g_strdup_printf (_("%1$s, %2$s, %3$s"),
                                ijk_language_pick (sector->name_en, sector->name_nl), sites,
                                name_of_kind (first->kind));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

typedef struct
{
  guint rank;        /* 1 = largest */
  guint n_companies;
  double share;      /* of emissions, 0..1; NAN where there are none */
} Place;

/* Among the companies whose first installation is in the same sector or cluster. */
static Place
find_place (const IjkResult *result,
            guint            company,
            gboolean         is_cluster,
            int              year)
{
  const IjkReference *reference = result->reference;
  const gsize at = (gsize) IJK_YEAR_INDEX (year) * reference->n_units;
  const IjkUnit *first = &reference->units[reference->companies[company].units[0]];
  const guint group = is_cluster ? first->cluster : first->sector;
  Place place = { .rank = 1 };
  double own_kt = 0;
  double all_kt = 0;

  for (guint i = 0; i < reference->companies[company].n_units; i++)
    own_kt += result->unit_emissions_kt[at + reference->companies[company].units[i]];
  for (guint c = 0; c < reference->n_companies; c++)
    {
      const IjkCompany *other = &reference->companies[c];
      const IjkUnit *unit = &reference->units[other->units[0]];
      double kt = 0;

      if ((is_cluster ? unit->cluster : unit->sector) != group)
        continue;
      for (guint i = 0; i < other->n_units; i++)
        kt += result->unit_emissions_kt[at + other->units[i]];
      place.n_companies++;
      all_kt += kt;
      if (c != company && kt > own_kt)
        place.rank++;
    }
  place.share = all_kt > 0 ? own_kt / all_kt : (double) NAN;
  return place;
}

static char *
write_place (const IjkResult *result,
             guint            company,
             gboolean         is_cluster,
             int              year)
{
  const IjkReference *reference = result->reference;
  const IjkUnit *first = &reference->units[reference->companies[company].units[0]];
  const Place place = find_place (result, company, is_cluster, year);
  g_autofree char *share = ijk_quantity_share (place.share);
  const char *name
      = is_cluster ? ijk_language_pick (reference->clusters[first->cluster].name_en,
                                        reference->clusters[first->cluster].name_nl)
                   : ijk_language_pick (reference->sectors[first->sector].name_en,
                                        reference->sectors[first->sector].name_nl);

  /* Translators: %1$s is a sector or cluster, %2$u a rank by emissions among %3$u companies, %4$s a
   * percentage. */
  return g_strdup_printf (_("%1$s: number %2$u of %3$u companies, %4$s of their emissions."), name,
                          place.rank, place.n_companies, share);
}

static void
write_words (IjkCompanyPage       *self,
             const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  const IjkUnit *first = &reference->units[reference->companies[self->company].units[0]];
  g_autofree char *sentence = ijk_figure_make_sentence (ijk_figure_find ("company"), input);
  g_autofree char *sector = write_place (input->result, self->company, FALSE, input->year);
  g_autofree char *cluster
      = first->cluster != IJK_NONE ? write_place (input->result, self->company, TRUE, input->year)
                                   : g_strdup ("");
  g_autofree char *place = g_strdup_printf ("%s\n%s", sector, cluster);

  gtk_label_set_label (self->place, g_strstrip (place));
  gtk_label_set_label (self->sentence, sentence);
}

/* ---- the session ---- */

static gboolean
is_company_scenario (IjkCompanyPage *self)
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
follow_kind (IjkCompanyPage *self)
{
  const gboolean is_company = is_company_scenario (self);

  gtk_widget_set_visible (self->make_button, !is_company);
  gtk_widget_set_visible (self->lever_note, !is_company);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->lever_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (IJK_IS_LEVER_ROW (row))
      gtk_widget_set_sensitive (row, is_company
                                         || ijk_lever_row_get_key (IJK_LEVER_ROW (row))->scope
                                                == IJK_SCOPE_PROJECT);
}

static void
update (IjkCompanyPage *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const guint company = ijk_session_get_company (self->session);
  const int year = ijk_session_get_year (self->session);
  const gboolean has_unit = reference != NULL && self->unit < reference->n_units;
  const gboolean has_company = reference != NULL && company < reference->n_companies;
  const guint *units = has_company ? reference->companies[company].units : &self->unit;
  const guint n_units = has_company ? reference->companies[company].n_units : 1;
  IjkFigureInput input;

  if (!ijk_session_get_figure_input (self->session, &input) || (!has_company && !has_unit))
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "company");
  if (self->company != company || self->reference != reference)
    {
      self->company = company;
      self->reference = reference;
      if (has_company)
        make_levers (self, reference);
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
  write_head (self, reference, units, n_units);
  if (has_company)
    follow_kind (self);
  else
    gtk_widget_set_visible (self->make_button, FALSE);
  gtk_widget_set_visible (self->card, has_company);
  gtk_widget_set_visible (self->levers, has_company);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->sentence)), has_company);
  ijk_company_sum_view_show (IJK_COMPANY_SUM_VIEW (self->sum), input.result, units, n_units, year);
  ijk_company_measure_list_show (IJK_COMPANY_MEASURE_LIST (self->measures), input.result, units,
                                 n_units, year);
  ijk_company_effect_show (IJK_COMPANY_EFFECT (self->effect), input.result,
                           has_company ? company : IJK_NONE, year);
  if (has_company)
    write_words (self, &input);
}

/* What is not seen is not worked out. */
static void
changed_cb (IjkCompanyPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
make_clicked_cb (IjkCompanyPage *self)
{
  g_signal_emit (self, signals[SCENARIO_REQUESTED], 0);
}

/* ---- the object ---- */

static void
ijk_company_page_map (GtkWidget *widget)
{
  update (IJK_COMPANY_PAGE (widget));
  GTK_WIDGET_CLASS (ijk_company_page_parent_class)->map (widget);
}

static void
ijk_company_page_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, IJK_COMPANY_PAGE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ijk_company_page_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_SESSION:
      IJK_COMPANY_PAGE (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
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

static GtkWidget *
make_words_card (IjkCompanyPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = make_text_label ("figure-title");

  gtk_label_set_label (GTK_LABEL (title), _("In words"));
  self->sentence = GTK_LABEL (make_text_label ("company-words"));
  self->place = GTK_LABEL (make_text_label ("company-words"));
  gtk_label_set_selectable (self->sentence, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->sentence), FALSE);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "company-card");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  return box;
}

static GtkWidget *
make_levers_card (IjkCompanyPage *self)
{
  GtkWidget *title = gtk_label_new (_("Levers of this company"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->levers = gtk_expander_new (NULL);
  gtk_widget_add_css_class (title, "figure-title");
  gtk_expander_set_label_widget (GTK_EXPANDER (self->levers), title);
  self->lever_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->lever_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->lever_list), "company-levers");
  self->lever_note = make_text_label ("company-note");
  gtk_label_set_label (GTK_LABEL (self->lever_note),
                       _("Levers of a company are set in a company scenario, which builds on this one. "
                         "Choose Make Company Scenario above to set them."));
  gtk_box_append (GTK_BOX (box), self->lever_note);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lever_list));
  gtk_expander_set_child (GTK_EXPANDER (self->levers), box);
  gtk_widget_add_css_class (self->levers, "card");
  gtk_widget_add_css_class (self->levers, "company-card");
  return self->levers;
}

static GtkWidget *
make_head (IjkCompanyPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = adw_button_content_new ();

  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->subtitle = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_xalign (self->subtitle, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->subtitle, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->subtitle, TEXT_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "company-name");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "company-caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->subtitle));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Make Company Scenario"));
  self->make_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->make_button), content);
  gtk_widget_set_valign (self->make_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->make_button, "suggested-action");
  g_signal_connect_object (self->make_button, "clicked", G_CALLBACK (make_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->make_button);
  return head;
}

static void
ijk_company_page_constructed (GObject *object)
{
  IjkCompanyPage *self = IJK_COMPANY_PAGE (object);
  static const char *const causes[] = { "notify::result", "notify::year", "notify::company",
                                        "notify::scenario-id", "scenarios-changed" };

  G_OBJECT_CLASS (ijk_company_page_parent_class)->constructed (object);
  self->card = ijk_figure_card_new (self->session, "company");
  ijk_figure_card_set_has_chooser (IJK_FIGURE_CARD (self->card), FALSE);
  gtk_widget_set_size_request (self->card, -1, CHART_HEIGHT_PX);
  g_signal_connect_object (self->card, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), self->card);
  gtk_box_append (GTK_BOX (self->content), self->sum);
  gtk_box_append (GTK_BOX (self->content), make_levers_card (self));
  gtk_box_append (GTK_BOX (self->content), self->effect);
  gtk_box_append (GTK_BOX (self->content), self->measures);
  gtk_box_append (GTK_BOX (self->content), make_words_card (self));
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    g_signal_connect_object (self->session, causes[i], G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
ijk_company_page_dispose (GObject *object)
{
  IjkCompanyPage *self = IJK_COMPANY_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_company_page_parent_class)->dispose (object);
}

static void
ijk_company_page_class_init (IjkCompanyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_company_page_get_property;
  object_class->set_property = ijk_company_page_set_property;
  object_class->constructed = ijk_company_page_constructed;
  object_class->dispose = ijk_company_page_dispose;
  widget_class->map = ijk_company_page_map;
  properties[PROP_SESSION] = g_param_spec_object (
      "session", NULL, NULL, IJK_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[EDIT_PATH] = g_signal_new ("edit-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SCENARIO_REQUESTED]
      = g_signal_new ("scenario-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companypage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_company_page_init (IjkCompanyPage *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *none = adw_status_page_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->company = self->unit = IJK_NONE;
  self->stack = GTK_STACK (stack);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "ijk-companies-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("Choose a company"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _("Its course, the sum of its levy and its levers stand here."));
  gtk_widget_add_css_class (none, "compact");
  gtk_stack_add_named (self->stack, none, "none");
  gtk_box_append (GTK_BOX (page), make_head (self));
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->content, "company-content");
  self->scroller = scroller;
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->content);
  gtk_box_append (GTK_BOX (page), scroller);
  gtk_stack_add_named (self->stack, page, "company");
  gtk_widget_set_parent (stack, GTK_WIDGET (self));
  self->sum = ijk_company_sum_view_new ();
  self->measures = ijk_company_measure_list_new ();
  self->effect = ijk_company_effect_new ();
}

GtkWidget *
ijk_company_page_new (IjkSession *session)
{
  return g_object_new (IJK_TYPE_COMPANY_PAGE, "session", session, NULL);
}

void
ijk_company_page_set_unit (IjkCompanyPage *self,
                           guint           unit)
{
  g_return_if_fail (IJK_IS_COMPANY_PAGE (self));

  if (unit == self->unit)
    return;
  self->unit = unit;
  changed_cb (self);
}

IjkFigureCard *
ijk_company_page_get_card (IjkCompanyPage *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_PAGE (self), NULL);

  return IJK_FIGURE_CARD (self->card);
}

void
ijk_company_page_show_levers (IjkCompanyPage *self)
{
  GtkWidget *first;

  g_return_if_fail (IJK_IS_COMPANY_PAGE (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->levers), TRUE);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->lever_list));
  if (first != NULL)
    ijk_lever_row_focus (IJK_LEVER_ROW (first));
}
