/* A thread of `validate`: started for many files, or large ones. */
import '../cli/check/worker';
