/**
 * The engine: loaded when the first manifest is judged, by constructs, the plugin, the jest kit and the CLI.
 */
export * from '../validate/judging';
