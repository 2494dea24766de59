#!/usr/bin/env node
/* The program `pod-patterns`. */
import '../cli/main';
