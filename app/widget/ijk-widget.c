/* Shared parts of the widgets: resources, style, names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-widget.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ijk-chart-view.h"
#include "ijk-figure-card.h"
#include "ijk-figure-table-view.h"
#include "ijk-handle.h"
#include "ijk-headline-strip.h"
#include "ijk-headline-view.h"
#include "ijk-language.h"
#include "ijk-lever-row.h"
#include "ijk-path-editor.h"
#include "ijk-text-line.h"
#include "ijk-unit-name.h"
#include "ijk-widget-resource.h"
#include "ijk-wrap-layout.h"

static GtkCssProvider *
add_provider (guint priority)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider), priority);
  return provider;
}

/* What a person chose in the program; the desktop may ask for it too. */
static gboolean is_contrast_forced = FALSE;

/* libadwaita 1.2 takes high contrast from the desktop only, and its style sheet for it with that.
 * Laid over the usual one that sheet does the same. */
static void
follow_contrast (AdwStyleManager *manager)
{
  static GtkCssProvider *base = NULL;
  static const char path[] = "/org/gnome/Adwaita/styles/base-hc.css";
  const gboolean is_needed = is_contrast_forced && !adw_style_manager_get_high_contrast (manager);

  if (base == NULL && !is_needed)
    return;
  if (base == NULL)
    base = add_provider (GTK_STYLE_PROVIDER_PRIORITY_THEME + 1);
  if (is_needed && g_resources_get_info (path, 0, NULL, NULL, NULL))
    gtk_css_provider_load_from_resource (base, path);
  else
    gtk_css_provider_load_from_data (base, "", 0);
}

/* libadwaita 1.2 has no media queries: what depends on the style is loaded when the style
 * changes. */
static void
style_changed_cb (AdwStyleManager *manager,
                  GParamSpec      *pspec,
                  gpointer         data)
{
  static GtkCssProvider *colours = NULL;
  static GtkCssProvider *contrast = NULL;

  (void) pspec;
  (void) data;
  if (colours == NULL)
    {
      colours = add_provider (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      contrast = add_provider (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }
  gtk_css_provider_load_from_resource (colours, adw_style_manager_get_dark (manager)
                                                  ? IJK_UI_PATH "style-dark.css"
                                                  : IJK_UI_PATH "style-light.css");
  follow_contrast (manager);
  if (ijk_widget_has_contrast ())
    gtk_css_provider_load_from_resource (contrast, IJK_UI_PATH "style-contrast.css");
  else
    gtk_css_provider_load_from_data (contrast, "", 0);
}

/* GTK 4.8 names a button whose label has a mnemonic twice, once with the underscore: “_Save Save”.
 * The label alone is left, wherever such a button comes to the screen, also in a dialog of a
 * library.
 * A name of another kind on such a button would be lost here: its label is its name. */
static gboolean
button_mapped_cb (GSignalInvocationHint *hint G_GNUC_UNUSED,
                  guint                  n_values G_GNUC_UNUSED,
                  const GValue          *values,
                  gpointer               data G_GNUC_UNUSED)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))
      && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  return G_SOURCE_CONTINUE;
}

/**
 * ijk_widget_init:
 *
 * Makes the widgets ready for use on the default display. Further calls do nothing.
 */
void
ijk_widget_init (void)
{
  static gboolean is_done = FALSE;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_done)
    return;
  is_done = TRUE;
  g_resources_register (ijk_widget_get_resource ());
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* which brings the signal */
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, button_mapped_cb, NULL,
                              NULL);
  g_type_ensure (IJK_TYPE_CHART_VIEW);
  g_type_ensure (IJK_TYPE_FIGURE_CARD);
  g_type_ensure (IJK_TYPE_FIGURE_TABLE_VIEW);
  g_type_ensure (IJK_TYPE_HANDLE);
  g_type_ensure (IJK_TYPE_HEADLINE_VIEW);
  g_type_ensure (IJK_TYPE_HEADLINE_STRIP);
  g_type_ensure (IJK_TYPE_LEVER_ROW);
  g_type_ensure (IJK_TYPE_PATH_EDITOR);
  g_type_ensure (IJK_TYPE_TEXT_LINE);
  g_type_ensure (IJK_TYPE_WRAP_LAYOUT);

  style_changed_cb (manager, NULL, NULL);
  g_signal_connect (manager, "notify::dark", G_CALLBACK (style_changed_cb), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), NULL);
  provider = add_provider (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_css_provider_load_from_resource (provider, IJK_UI_PATH "style.css");
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    IJK_ICON_PATH);
}

gboolean
ijk_widget_has_contrast (void)
{
  return is_contrast_forced
         || adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

void
ijk_widget_set_contrast (gboolean is_forced)
{
  if (is_contrast_forced == is_forced)
    return;
  is_contrast_forced = is_forced;
  /* Everything that draws by contrast listens there, for the desktop's sake. */
  g_object_notify (G_OBJECT (adw_style_manager_get_default ()), "high-contrast");
}

void
ijk_widget_set_label (GtkWidget  *widget,
                      const char *label)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_WIDGET (widget) && label != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  /* The one inside a menu button takes its name from that, and would have this one twice. */
  button = GTK_IS_DROP_DOWN (widget) ? gtk_widget_get_first_child (widget) : NULL;
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

/**
 * ijk_widget_set_tooltip:
 * @text: (nullable): NULL for no tooltip
 *
 * Gives @widget a tooltip. Nothing happens where it has that one.
 */
void
ijk_widget_set_tooltip (GtkWidget  *widget,
                        const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

/**
 * ijk_widget_close_popovers:
 * @widget: about to be let go, or a part of it
 *
 * Pops down every open popover inside @widget.
 */
void
ijk_widget_close_popovers (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      ijk_widget_close_popovers (child);
      if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
        gtk_popover_popdown (GTK_POPOVER (child));
    }
}

static gboolean
query_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    is_by_keyboard,
                  GtkTooltip *tooltip)
{
  (void) x;
  (void) y;
  (void) is_by_keyboard;
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

/**
 * ijk_label_tell_when_cut:
 * @label: one that ellipsizes
 *
 * Shows the whole text of @label in a tooltip as long as the label cannot.
 */
void
ijk_label_tell_when_cut (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * ijk_session_get_figure_input:
 * @input: (out): everything in it belongs to the session
 *
 * Gathers what recipes read.
 *
 * Returns: %FALSE where there is no result yet
 */
gboolean
ijk_session_get_figure_input (IjkSession     *session,
                              IjkFigureInput *input)
{
  g_return_val_if_fail (IJK_IS_SESSION (session) && input != NULL, FALSE);

  *input = (IjkFigureInput) {
    .result = ijk_session_get_result (session),
    .scenario_name = ijk_session_get_scenario_name (session),
    .law_result = ijk_session_get_law_result (session),
    .is_law = ijk_session_is_law (session),
    .compare_result = ijk_session_get_compare_result (session),
    .compare_name = ijk_session_get_compare_name (session),
    .landscape = ijk_session_get_landscape (session),
    .year = ijk_session_get_year (session),
    .company = ijk_session_get_company (session),
    .sector = ijk_session_get_sector (session),
  };
  if (input->scenario_name == NULL)
    input->scenario_name = _("Current law");
  return input->result != NULL && input->law_result != NULL;
}

void
ijk_widget_set_class (GtkWidget  *widget,
                      const char *class,
                      gboolean    has_class)
{
  if (has_class)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

char *
ijk_lever_key_dup_name (const IjkReference *reference,
                        const IjkLeverKey  *key)
{
  const IjkLever *lever = &reference->levers[key->lever];

  if (key->scope == IJK_SCOPE_PROJECT)
    {
      const IjkProject *project = &reference->projects[key->target];
      const IjkMeasure *measure = &reference->measures[project->measure];

      /* Translators: a project: %1$s is a place of business, %2$s what is built there. */
      return g_strdup_printf (_("%1$s: %2$s"),
                              ijk_unit_name (reference->units[project->unit].name),
                              ijk_language_pick (measure->name_en, measure->name_nl));
    }
  return g_strdup (ijk_language_pick (lever->name_en, lever->name_nl));
}

char *
ijk_lever_key_dup_scope_name (const IjkReference *reference,
                              const IjkLeverKey  *key)
{
  switch (key->scope)
    {
    case IJK_SCOPE_NATIONAL:
      return g_strdup (_("the whole country"));
    case IJK_SCOPE_SECTOR:
      return g_strdup (ijk_language_pick (reference->sectors[key->target].name_en,
                                          reference->sectors[key->target].name_nl));
    case IJK_SCOPE_COMPANY:
      return g_strdup (reference->companies[key->target].name);
    case IJK_SCOPE_PROJECT:
      return g_strdup (
          ijk_unit_name (reference->units[reference->projects[key->target].unit].name));
    case IJK_N_SCOPES:
      break;
    }
  g_assert_not_reached ();
}
