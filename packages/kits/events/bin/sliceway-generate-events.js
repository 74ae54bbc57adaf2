#!/usr/bin/env node
import "../src/build/generate-command.ts";
