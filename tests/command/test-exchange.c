/* `ijkpad export` and `ijkpad import` as a person calls them: what they print, where, and with
 * which exit code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static char *folder;

typedef struct
{
  const char *name;
  const char *arguments; /* separated by spaces; FOLDER/ is the temporary folder */
  int exit_code;
  const char *output;    /* (nullable) part of standard output */
  const char *words;     /* (nullable) part of standard error */
} Case;

/* One case a line, however long: they are read as a table. */
static const Case cases[] = {
  { "csv-is-the-default", "export -s kappa=0.5", 0, "entity,id,indicator,year,value,unit\nnational,industry,emissions,2021,", NULL },
  { "json", "export -f json -s kappa=0.5", 0, "\"settings\":[\"kappa=0.5\"]", NULL },
  { "scenario-json", "export -f scenario-json --name Mine -s kappa=0.5", 0, "\"name\": \"Mine\",\n      \"kind\": \"sector\",\n      \"settings\": {\n        \"kappa\": \"0.5\"", NULL },
  { "companies-hang-under", "export -f scenario-json -s ccs_share@company:Yara=exactly:0.8", 0, "\"name\": \"Scenario: companies\",\n      \"kind\": \"company\",\n      \"parent\": \"Scenario\"", NULL },
  { "xlsx", "export -f xlsx", 0, "PK", NULL },
  { "format-misspelt", "export -f xslx", 2, NULL, "“xslx” is not a format, did you mean xlsx; choose one of csv, json, xlsx, scenario-json" },
  { "format-of-the-name", "export -o FOLDER/a.ods", 2, NULL, "tells no format" },
  { "lever-misspelt", "export -s ets_prise=100", 2, NULL, "--set ets_prise=100: there is no lever “ets_prise”; did you mean" },
  { "file-alone", "export --file a.ijkpad", 2, NULL, "--file and --scenario belong together" },
  { "file-and-set", "export --file a.ijkpad --scenario A -s kappa=0.5", 2, NULL, "--set changes the reference" },
  { "export-word", "export result.csv", 2, NULL, "“result.csv” is not an option; the file to write is named with --output" },
  { "output-nowhere", "export -o FOLDER/none/a.csv", 1, NULL, "the result is not saved" },
  { "preview", "import --preview FOLDER/own.csv -f csv", 0, "added,own-a,name,,Own A\n", "1 added, 0 replaced, 0 unchanged; nothing has been saved" },
  { "preview-effect", "import --preview FOLDER/own.csv -f csv", 0, "\neffect,all,net levy 2030 (MEUR),", "nothing has been saved" },
  { "preview-source", "import --preview FOLDER/own.csv --source Mine -f csv", 0, "added,own-a,source,,Mine\n", "nothing has been saved" },
  { "preview-replace", "import --preview FOLDER/there.csv --replace -f csv", 0, "replaced,yara-sluiskil,benchmark_kt,3116.9,3000\n", "0 added, 1 replaced" },
  { "preview-there", "import --preview FOLDER/there.csv", 1, NULL, "there.csv, line 2, column id: the installation “yara-sluiskil” is there already" },
  { "preview-scenarios", "import --preview FOLDER/own.json -f csv", 0, "A,sector,,kappa,0.5\n", "scenarios read: 1; nothing has been saved" },
  { "preview-broken", "import --preview FOLDER/broken.json", 1, NULL, "broken.json, line 1, column 2: the text ends" },
  { "import-nothing", "import", 2, NULL, "import needs one file" },
  { "import-nowhere", "import FOLDER/own.csv", 2, NULL, "say --preview to see what would change" },
  { "import-suffix", "import --preview FOLDER/own.txt", 2, NULL, "does not end in .csv (installations) or .json (scenarios)" },
  { "import-none", "import --preview FOLDER/none.csv", 1, NULL, "cannot be read: No such file" },
  { "import-format", "import --preview FOLDER/own.csv -f xml", 2, NULL, "“xml” is not a format" },
  { "replace-scenarios", "import --preview --replace FOLDER/own.json", 2, NULL, "--replace and --source are for installations" },
  { "command-misspelt", "exprt", 2, NULL, "did you mean export" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (GStrv) parts = g_strsplit (c->arguments, "FOLDER", -1);
  g_autofree char *arguments = g_strjoinv (folder, parts);
  g_autofree char *command = g_strconcat (IJKPAD_PROGRAM " ", arguments, NULL);
  g_auto (GStrv) argv = g_strsplit (command, " ", -1);
  g_autofree char *output = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &words,
                               &status, &error));
  g_assert_no_error (error);
  g_test_message ("%s", words);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, c->exit_code);
  if (c->output != NULL)
    g_assert_nonnull (strstr (output, c->output));
  else
    g_assert_cmpstr (output, ==, "");
  if (c->words != NULL)
    g_assert_nonnull (strstr (words, c->words));
  else
    g_assert_cmpstr (words, ==, "");
}

static const struct
{
  const char *name;
  const char *text;
} files[] = {
  { "own.csv", "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\nown-a,Own A,Own,paper,cluster6,ets,1,90,100\n" },
  { "there.csv", "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\nyara-sluiskil,Yara Sluiskil,Yara,fertiliser,smart-delta,ets,1,3000,3000\n" },
  { "own.json", "{\"format\": \"ijkpad-scenarios\", \"version\": 1, \"scenarios\": [{\"name\": \"A\", \"kind\": \"sector\", \"settings\": {\"kappa\": \"0.5\"}}]}" },
  { "broken.json", "{" },
};

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("test-exchange-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command/exchange/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return status;
}
