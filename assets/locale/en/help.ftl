### The help of the command line: myomap --help, myomap list --help. Without full stops at the end.

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-default = [default: { $value }]
help-one-of = [one of: { $values }]

# Placeholders: what stands in the place of a value.
help-value-command = COMMAND
help-value-options = OPTIONS
help-value-dir = DIR
help-value-file = FILE
help-value-file-png = FILE.png
help-value-file-ron = FILE.ron
help-value-format = FORMAT
help-value-id = ID
help-value-ids = ID,…
help-value-kind = KIND
help-value-link = LINK
help-value-mesh = MESH
help-value-mm = MM
help-value-n = N
help-value-places = PLACES
help-value-region = REGION
help-value-share = SHARE
help-value-side = SIDE
help-value-structure = STRUCTURE
help-value-tag = TAG
help-value-way = WAY
help-value-words = WORDS
help-value-wxh = WxH

help-myomap = An interactive, open body map of muscles, trigger points and the pain they refer
help-link = A link to open, e.g. '#point=TRA-1.left'
help-data = Lay the data files of a folder over the built-in data
help-help = Print this help
help-help-command = Print this help, or that of a command
help-version = Print the version
help-lang = Language, e.g. es. What is printed is in English without it, whatever the system speaks, so that scripts print the same everywhere; help and errors are in the system's language then. What the data has not translated stays in English

help-check = Check data files: every fault with its place and what to do
help-check-dir = A data folder. One with landmarks, regions and sources is checked by itself, another as an addition to the built-in data; without a folder the built-in data is checked
help-check-review = List the statements that an expert should look at, and the names that a language lacks
help-check-json = Print the faults, or the statements to review, as JSON

help-list = List what there is
help-list-kind = What to list:
help-list-muscles = with their codes
help-list-points = trigger points, with their muscles
help-list-regions = places that can hurt
help-list-bones = bones, cartilages, discs, teeth, ligaments and fasciae
help-list-stretches = stretches and exercises
help-list-methods = treatments by pressure and warmth
help-list-sources = what the statements rest on
help-list-landmarks = places of the body that shapes and points hang on
help-list-structures = every surface of the body, side by side
help-list-red-flags = warning signs
help-list-contraindications = conditions, and what they forbid
help-list-no-go-areas = where no tool belongs
help-list-emergency-numbers = whom to call in an emergency, by country
help-list-rules = rules that hold for every treatment by pressure
help-list-programmes = treatments and stretches in an order
help-list-plans = how often and how long, over weeks and months
help-list-assessment = what to ask and look at before a treatment
help-list-range-of-motion = how far movements go
help-list-techniques = what therapists do
help-list-library = chapters and sections of the library
help-list-texts = every text of the data with its address; with --lang and --json its translation too
help-list-json = Print an array of objects as JSON

help-show = Show everything about one thing as text
help-show-id = Name or id of a point, muscle, part, bone, region, stretch, method, source or landmark, with or without its side; a muscle's code; id of a section or chapter of the library, a warning sign, a contraindication, a no-go area, a programme, a plan, an assessment item, a test of range of motion or a technique, also with its kind, as in contraindication:pregnancy; or a link
help-show-json = Print an array of one object as JSON: its row, what the data file says (card), and what is said about it in blocks (document)

help-search = Find things by any of their names, by symptoms or by what is known of them
help-search-words = What to look for, in any order; with left or right for a side
help-search-json = Print an array of objects as JSON, the best first: kind, id, name, link, and by which words

help-locate = Rank the trigger points that could send pain to some regions
help-locate-regions = Regions that hurt, by id, name or other name (see `myomap list regions`), or a whole part of the body, e.g. neck; with .left or .right where it is one side of several
help-locate-paint = A painting in place of regions: a file that the window's "Copy the painting" gave
help-locate-side = The side that hurts; without it, one side that is not told
help-locate-json = Print one object as JSON: the warning signs to think of first, and the points, best first
help-locate-top = How many points to print at most

help-render = Draw a view into a picture, without a window
help-render-link = The view, e.g. '#point=TRA-1.left&view=back'
help-render-output = The file to write
help-render-size = Width and height in pixels
help-render-panels = With the panels of the window

help-export = Write the body's surfaces for other programs: OBJ or glTF
help-export-format = File format:
help-export-obj = Wavefront OBJ, one file a structure, millimetres
help-export-gltf = binary glTF (myomap.glb), one file, metres
help-export-side = Which side; structures in the midline belong to every side
help-export-structures = Only these, separated by commas: structures, muscles, with or without a side, or skin
help-export-out = Folder to write to; it is made where there is none

help-records = Keep what you have recorded safe: where it lies, a backup, taking one over
help-records-dir = The folder with the records, in place of the usual one
help-records-path = Print the folder with the records
help-records-export = Write a backup of all records
help-records-export-file = The file to write; without it, the backup is printed
help-records-import = Take a backup over: what is not there is added, and nothing is lost
help-records-import-file = The backup; - for the standard input
help-records-import-json = Print what was done as JSON
help-records-check = Look for damaged lines
help-records-check-json = Print what was found as JSON

help-fit = Measure ring nets on a reference mesh, or check shapes against one
help-fit-mesh = The reference mesh: an OBJ file in millimetres and in the body frame (x to the subject's left, y up, z to the front, the origin between the soles); or the folder that holds them all (fma13323_levator_scapulae.obj), in which a structure's own are found by the FMA numbers of its shape
help-fit-structure = Id of a structure: a muscle's part (levator_scapulae), a bone (vertebra.t7) or skin
help-fit-from = Origin line of a muscle: landmark ids or x:y:z in millimetres, separated by commas; else the one in its muscle's file
help-fit-to = Insertion line, written like the origin
help-fit-rings = Rings of the longest net, 3 to 64
help-fit-around = Points of the widest ring, 8 to 128
help-fit-single = Follow only the largest ring at each level: one net
help-fit-coordinate = How the fibre coordinate is laid over the mesh; without it all ways are tried and the one that comes closest is kept:
help-fit-coordinate-plain = by the distances to the attachment lines as they are given, for muscles with small ends
help-fit-coordinate-laid = by the distances to the lines laid on the nearest points of the mesh
help-fit-coordinate-harmonic = harmonic between the lines laid on the mesh, for broad sheets
help-fit-least-branch = Branches shorter than this, in millimetres, are noise
help-fit-source = Id of the source that the mesh is of (myomap list sources): its name is written over the shape. May be left out where the mesh is the one on which the shape of the data was measured
help-fit-recipes = Take the recipes of bones and skin from this folder instead of those built in
help-fit-out = Write the shape to this file instead of printing it
help-fit-build = Build the structure from a plan instead: MESH is then the plan, a file of recipes/sheets/ or recipes/slips/
help-fit-seat = Move what stands through the skin or what covers it (recipes/order.ron), or into bones: MESH is then the folder for the shapes that had to be moved; all structures, or the one given
help-fit-ends = With --seat: share of a net's length at both ends that may lie in the bone
help-fit-check = Compare the shape of the structure with the mesh: mean and 95th percentile of the distance. Fails where it is over its limits, and where nothing was measured
help-fit-check-all = The same for every shape that was measured on a mesh of this folder
help-fit-markdown = With --check-all: the table for a document
