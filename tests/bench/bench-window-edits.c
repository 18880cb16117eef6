#include "bench-window.h"
void
bench_run_edits (IjkWindow *window,
                 guint      n_edits)
{
  (void) window;
  (void) n_edits;
}
