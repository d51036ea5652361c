export const HELP = `whatsapp-events templates check <files, folders or globs>
whatsapp-events templates preview <files, folders or globs>

Checks and previews WhatsApp message templates kept as files. Needs no account and no network.

  --help     about a command
  --version  which version this is`;

export const TEMPLATES_HELP = `whatsapp-events templates check <files, folders or globs>     against WhatsApp's rules
whatsapp-events templates preview <files, folders or globs>   as the phone shows them

About one of them: whatsapp-events templates check --help`;

export const CHECK_HELP = `whatsapp-events templates check <files, folders or globs> [--json] [--strict]

Checks template definitions, one JSON file for each, against WhatsApp's rules. Of a folder, all
.json files in it and below are checked. What stands in several files twice is found, too.

  --json    one JSON document instead of text
  --strict  warnings fail as well

Ends with 0 if nothing was found, 1 if there are errors (with --strict also warnings), and 2 if
the command was called wrongly or a file could not be read.

  whatsapp-events templates check templates
  whatsapp-events templates check 'clients/*/templates/**/*.json' --strict`;

export const PREVIEW_HELP = `whatsapp-events templates preview <files, folders or globs> [options]

Draws templates as the phone shows them, on one HTML page that needs nothing else.

  --out <file>      where to write the page; a temporary file otherwise
  --open yes|no     show it in the browser; otherwise only where somebody is at the terminal
  --samples <how>   shown: as on the phone (default); marked: samples told apart
  --theme <theme>   light, dark, or auto (default)
  --title <text>    above the previews
  --text            print plain text and write no page

Ends with 0, or with 2 if the command was called wrongly or a file could not be read.

  whatsapp-events templates preview templates --out preview.html --open no`;
