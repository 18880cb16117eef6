/* The page of a company. Cards are made once; what they show is written again after every run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ijk-company-effect.h"
#include "ijk-company-levers.h"
#include "ijk-company-measure-list.h"
#include "ijk-company-own.h"
#include "ijk-company-sum-view.h"
#include "ijk-company-words.h"
#include "ijk-language.h"
#include "ijk-unit-name.h"
#include "ijk-widget.h"
#include "ijk-wrap-layout.h"

#define CHART_HEIGHT_PX 320
#define NAME_CHARS 14

struct _IjkCompanyPage
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  const IjkReference *reference; /* shown last; compared only */
  guint company;       /* shown last, or IJK_NONE */
  guint unit;          /* shown where there is no company */

  GtkStack *stack;
  GtkWidget *scroller;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkWidget *pair_button;
  GtkWidget *make_button;
  GtkWidget *close_button;
  GtkWidget *content;
  GtkWidget *card;      /* IjkFigureCard */
  GtkWidget *sum;
  GtkWidget *measures;
  GtkWidget *effect;
  GtkWidget *levers;
  GtkWidget *own;
  GtkWidget *words;
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
  CLOSE_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkCompanyPage, ijk_company_page, GTK_TYPE_WIDGET)

static void
edit_path_cb (IjkCompanyPage *self,
              gpointer        key)
{
  g_signal_emit (self, signals[EDIT_PATH], 0, key);
}

static void
message_cb (IjkCompanyPage *self,
            const char     *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
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

/* What all installations have in common, or that they differ. */
static const char *
name_sector (const IjkReference *reference,
             const guint        *units,
             guint               n_units)
{
  const guint sector = reference->units[units[0]].sector;

  for (guint i = 1; i < n_units; i++)
    if (reference->units[units[i]].sector != sector)
      return _("several sectors");
  return ijk_language_pick (reference->sectors[sector].name_en, reference->sectors[sector].name_nl);
}

static const char *
name_cluster (const IjkReference *reference,
              const guint        *units,
              guint               n_units)
{
  const guint cluster = reference->units[units[0]].cluster;

  for (guint i = 1; i < n_units; i++)
    if (reference->units[units[i]].cluster != cluster)
      return _("several clusters");
  return cluster == IJK_NONE ? NULL
                             : ijk_language_pick (reference->clusters[cluster].name_en,
                                                  reference->clusters[cluster].name_nl);
}

static void
write_head (IjkCompanyPage     *self,
            const IjkReference *reference,
            const guint        *units,
            guint               n_units)
{
  const IjkUnit *first = &reference->units[units[0]];
  const char *sector = name_sector (reference, units, n_units);
  const char *cluster = name_cluster (reference, units, n_units);
  const char *name = self->company != IJK_NONE ? reference->companies[self->company].name
                                               : ijk_unit_name (first->name);
  g_autofree char *sites = g_strdup_printf (
      ngettext ("%u installation", "%u installations", n_units), n_units);
  g_autofree char *subtitle = NULL;

  if (cluster != NULL)
    /* Translators: below the name of a company: sector, cluster, "2 installations", "EU ETS". */
    subtitle = g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), sector, cluster, sites,
                                name_of_kind (first->kind));
  else
    /* Translators: below the name of a company: sector, "2 installations", "EU ETS". */
    subtitle = g_strdup_printf (_("%1$s, %2$s, %3$s"), sector, sites, name_of_kind (first->kind));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- the session ---- */

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
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
  write_head (self, reference, units, n_units);
  ijk_company_own_show (IJK_COMPANY_OWN (self->own), reference, units, n_units);
  ijk_company_levers_show (IJK_COMPANY_LEVERS (self->levers), has_company ? company : IJK_NONE);
  gtk_widget_set_visible (
      self->make_button,
      has_company
          && !ijk_company_levers_is_company_scenario (IJK_COMPANY_LEVERS (self->levers)));
  gtk_widget_set_visible (self->pair_button, has_company);
  gtk_widget_set_visible (self->card, has_company);
  ijk_company_sum_view_show (IJK_COMPANY_SUM_VIEW (self->sum), input.result, units, n_units, year);
  ijk_company_measure_list_show (IJK_COMPANY_MEASURE_LIST (self->measures), input.result, units,
                                 n_units, year);
  ijk_company_effect_show (IJK_COMPANY_EFFECT (self->effect), input.result,
                           has_company ? company : IJK_NONE, year);
  ijk_company_words_show (IJK_COMPANY_WORDS (self->words), &input,
                          has_company ? company : IJK_NONE);
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

static void
close_clicked_cb (IjkCompanyPage *self)
{
  g_signal_emit (self, signals[CLOSE_REQUESTED], 0);
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
make_head (IjkCompanyPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkLayoutManager *layout = ijk_wrap_layout_new ();
  GtkWidget *content = adw_button_content_new ();

  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->subtitle = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_xalign (self->subtitle, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->subtitle, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (self->subtitle, TRUE);
  gtk_label_set_lines (self->subtitle, 2);
  gtk_label_set_max_width_chars (self->name, NAME_CHARS);
  gtk_label_set_max_width_chars (self->subtitle, NAME_CHARS);
  /* Below this the buttons stand below. */
  gtk_label_set_width_chars (self->name, NAME_CHARS);
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
  self->pair_button = gtk_button_new_from_icon_name ("view-dual-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->pair_button), "win.compare-companies");
  gtk_widget_set_tooltip_text (self->pair_button, _("Put Beside Another Company"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pair_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Put Beside Another Company"),
                                  -1);
  gtk_widget_set_valign (self->pair_button, GTK_ALIGN_CENTER);
  self->close_button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (self->close_button, _("Close the company: the table gets its room"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close the company"), -1);
  gtk_widget_set_valign (self->close_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->close_button, FALSE);
  gtk_widget_add_css_class (self->close_button, "flat");
  g_signal_connect_object (self->close_button, "clicked", G_CALLBACK (close_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_set (layout, "spacing", 8, NULL);
  gtk_widget_set_layout_manager (head, layout);
  gtk_widget_set_halign (buttons, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (buttons), self->make_button);
  gtk_box_append (GTK_BOX (buttons), self->pair_button);
  gtk_box_append (GTK_BOX (buttons), self->close_button);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), buttons);
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
  self->levers = ijk_company_levers_new (self->session);
  g_signal_connect_object (self->levers, "edit-path", G_CALLBACK (edit_path_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->levers, "message", G_CALLBACK (message_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), self->own);
  gtk_box_append (GTK_BOX (self->content), self->card);
  gtk_box_append (GTK_BOX (self->content), self->sum);
  gtk_box_append (GTK_BOX (self->content), self->levers);
  gtk_box_append (GTK_BOX (self->content), self->effect);
  gtk_box_append (GTK_BOX (self->content), self->measures);
  gtk_box_append (GTK_BOX (self->content), self->words);
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
  signals[CLOSE_REQUESTED]
      = g_signal_new ("close-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
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
  self->own = ijk_company_own_new ();
  self->words = ijk_company_words_new ();
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
ijk_company_page_set_can_close (IjkCompanyPage *self,
                                gboolean        can_close)
{
  g_return_if_fail (IJK_IS_COMPANY_PAGE (self));

  gtk_widget_set_visible (self->close_button, can_close);
}

void
ijk_company_page_show_levers (IjkCompanyPage *self)
{
  g_return_if_fail (IJK_IS_COMPANY_PAGE (self));

  ijk_company_levers_open (IJK_COMPANY_LEVERS (self->levers));
}
