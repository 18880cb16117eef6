/* A company in words. Its place in a sector counts what it emits in that sector, and so for clusters: a
 * company with plants in two has a place in each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-language.h"
#include "ijk-quantity.h"

#define TEXT_CHARS 50

struct _IjkCompanyWords
{
  GtkWidget parent_instance;

  GtkLabel *sentence;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (IjkCompanyWords, ijk_company_words, GTK_TYPE_WIDGET)

typedef struct
{
  guint rank;        /* 1 = largest */
  guint n_companies;
  double share;      /* of emissions, 0..1; NAN where there are none */
} Place;

static guint
group_of (const IjkUnit *unit,
          gboolean       is_cluster)
{
  return is_cluster ? unit->cluster : unit->sector;
}

static Place
find_place (const IjkResult *result,
            guint            company,
            gboolean         is_cluster,
            guint            group,
            int              year)
{
  const IjkReference *reference = result->reference;
  const gsize at = (gsize) IJK_YEAR_INDEX (year) * reference->n_units;
  g_autofree double *sums_kt = g_new0 (double, reference->n_companies);
  g_autofree gboolean *is_there = g_new0 (gboolean, reference->n_companies);
  Place place = { .rank = 1 };
  double all_kt = 0;

  for (guint i = 0; i < reference->n_units; i++)
    {
      const IjkUnit *unit = &reference->units[i];

      if (unit->company == IJK_NONE || group_of (unit, is_cluster) != group)
        continue;
      is_there[unit->company] = TRUE;
      sums_kt[unit->company] += result->unit_emissions_kt[at + i];
      all_kt += result->unit_emissions_kt[at + i];
    }
  for (guint c = 0; c < reference->n_companies; c++)
    {
      place.n_companies += is_there[c];
      place.rank += is_there[c] && c != company && sums_kt[c] > sums_kt[company];
    }
  place.share = all_kt > 0 ? sums_kt[company] / all_kt : (double) NAN;
  return place;
}

static void
append_place (GString         *text,
              const IjkResult *result,
              guint            company,
              gboolean         is_cluster,
              guint            group,
              int              year)
{
  const IjkReference *reference = result->reference;
  const Place place = find_place (result, company, is_cluster, group, year);
  g_autofree char *share = ijk_quantity_share (place.share);
  const char *name = is_cluster ? ijk_language_pick (reference->clusters[group].name_en,
                                                     reference->clusters[group].name_nl)
                                : ijk_language_pick (reference->sectors[group].name_en,
                                                     reference->sectors[group].name_nl);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: %1$s is a sector or cluster, %2$u a rank by emissions among %3$u companies, %4$s a
   * percentage. */
  g_string_append_printf (text, _("%1$s: number %2$u of %3$u companies, %4$s of their emissions."),
                          name, place.rank, place.n_companies, share);
}

/* Once for each sector, then for each cluster, in the order of its installations. */
static char *
write_places (const IjkResult *result,
              guint            company,
              int              year)
{
  const IjkReference *reference = result->reference;
  const IjkCompany *c = &reference->companies[company];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint is_cluster = 0; is_cluster < 2; is_cluster++)
    for (guint i = 0; i < c->n_units; i++)
      {
        const guint group = group_of (&reference->units[c->units[i]], is_cluster != 0);
        gboolean is_new = group != IJK_NONE;

        for (guint k = 0; k < i; k++)
          is_new &= group_of (&reference->units[c->units[k]], is_cluster != 0) != group;
        if (is_new)
          append_place (text, result, company, is_cluster != 0, group, year);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
ijk_company_words_show (IjkCompanyWords      *self,
                        const IjkFigureInput *input,
                        guint                 company)
{
  IjkFigureInput own = *input;
  g_autofree char *sentence = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (IJK_IS_COMPANY_WORDS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), company != IJK_NONE);
  if (company == IJK_NONE)
    return;
  own.company = company;
  sentence = ijk_figure_make_sentence (ijk_figure_find ("company"), &own);
  place = write_places (input->result, company, input->year);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->place, place);
}

static void
ijk_company_words_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ijk_company_words_parent_class)->dispose (object);
}

static void
ijk_company_words_class_init (IjkCompanyWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_words_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companywords");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (IjkCompanyWords *self,
           const char      *text,
           const char      *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_add_css_class (label, class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
ijk_company_words_init (IjkCompanyWords *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "company-card");
  add_label (self, _("In words"), "figure-title");
  self->sentence = add_label (self, NULL, "company-words");
  self->place = add_label (self, NULL, "company-words");
  gtk_label_set_selectable (self->sentence, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->sentence), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("In words"), -1);
}

GtkWidget *
ijk_company_words_new (void)
{
  return g_object_new (IJK_TYPE_COMPANY_WORDS, NULL);
}
