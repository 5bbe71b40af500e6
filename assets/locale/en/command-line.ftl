### What the command line says.

show-nothing-called = there is nothing called { $id }; `myomap list points` and the other lists tell the ids
show-did-you-mean = there is nothing called { $id }; did you mean { $meant }?
show-name-of-several = { $id } is a name of several: { $meant }; show one of them by its id
locate-signs-first = First, warning signs. Get help if one of these applies:
locate-signs-in-full = In full, with what to tick: myomap show see_a_doctor, or one of them by its id, e.g. myomap show RF08.
locate-no-point-there = No point that is listed here sends pain there.
locate-too-many-regions = That is more than half of the body: no point stands out, and a list would say nothing. Name where it hurts most, or one pain at a time.
locate-no-such-region = there is no region called { $place }; `myomap list regions` tells them
locate-did-you-mean = there is no region called { $place }; did you mean { $regions }?
locate-part-without-regions = no point that is listed here sends pain to { $place } ({ $part }): there is no region of it
# What was typed is a word for these regions.
locate-taken-as = { $place } is taken as { $regions }
locate-fit-of-named = How well a pattern fits what was named; not a diagnosis and not a probability.
locate-fit-of-painted = How well a pattern fits what was painted; not a diagnosis and not a probability.
locate-side-same = the side that hurts
locate-side-opposite = the other side
locate-side-both = both sides
locate-side-either = left or right
locate-side-left = left
locate-side-right = right
# e.g. TRA-1 Upper trapezius, front edge (left), 71 of 100: reaches 2 of 3 that hurt; …
locate-line = { $point } { $name } ({ $side }), { $fit } of 100: { $reason }
locate-more =
    { $count ->
        [one] 1 more point: see --top.
       *[other] { $count } more points: see --top.
    }
locate-reaches = reaches { $reached } of { $hurting } that hurt
locate-most-feel = most feel it at: { $regions }
locate-some-feel = some feel it at: { $regions }
locate-not-named = you did not name: { $regions }
locate-counted = active points were found here in { $percent } % of people with low back pain, by touch
locate-covers = covers { $covers } % of what you painted; you painted { $essential } % of its essential zone
locate-spilt = { $percent } % lies in its spillover zone
locate-not-painted-either = you did not paint: { $regions }
locate-nothing-painted = nothing is painted.
locate-painted-everywhere = so much of the body is painted that no point stands out, and a list would say nothing. Paint where it hurts most, or one pain at a time.

# What went wrong with files, folders and requests: told after "myomap: ".
command-cannot-write = cannot write: { $why }
command-unreadable = cannot read { $file }: { $why }
command-built-in-shown = { $why }; the built-in data is shown
command-data-has-faults =
    the data has { $count ->
        [one] 1 fault
       *[other] { $count } faults
    } and is used without what they spoil; `myomap check` tells them
command-no-language = there is no language { $language }; there are { $languages }
# $hint is meant or none.
command-no-structure =
    { $hint ->
        [meant] there is no structure { $name }; did you mean { $meant }?
       *[none] there is no structure { $name }
    }
command-link-names-nothing = { $what } in the link names nothing
command-no-png = { $name } is no PNG file, and myomap writes no other pictures; name it { $meant }
command-no-pictures = this build has no pictures: build with the `window` feature
command-build-without-window = this build has no window: build with the `window` feature, or see `myomap --help`
command-files-in =
    { $count ->
        [one] 1 file
       *[other] { $count } files
    } in { $place }
command-structures-in =
    { $count ->
        [one] 1 structure
       *[other] { $count } structures
    } in { $place }
# What the system says of a file; $detail are its own words.
command-system =
    { $why ->
        [none] there is no such file or folder
        [forbidden] you may not
        [folder] it is a folder
        [no-folder] a part of its path is no folder
        [full] no room is left
        [read-only] nothing can be written there
       *[other] { $detail }
    }
command-folder =
    { $why ->
        [no-folder] { $place }: no such folder
        [leads-out] { $place }: leads out of the data folder; copy the file into the folder
        [leads-nowhere] { $place }: leads to nothing; mend the link or take it away
        [not-a-file] { $place }: is not a plain file
        [file-too-large] { $place }: is larger than { $detail } MB
        [folder-too-large] { $place }: holds more than { $detail } MB, or too many files
        [too-deep] { $place }: is more than { $detail } folders deep
        [not-text] { $place }: is no text; save it as UTF-8
       *[unreadable] { $place }: { $detail }
    }
command-output =
    { $why ->
        [folder] { $place }: is a folder; name a file in it
        [protected] { $place }: is write-protected; choose another name
        [in-file] { $place }: its folder is a file
        [no-folder] { $place }: there is no such folder; make it first
        [loop] { $place }: the link leads to itself
       *[other] { $place }: { $detail }
    }
command-text-file =
    { $why ->
        [not-a-file] it is not a plain file
        [too-large] it is larger than { $detail } bytes
        [not-text] it is no text; save it as UTF-8
       *[system] { $detail }
    }
# A text that is no painting, and from "no-pain-before" on a line of one that is wrong.
command-painting =
    { $why ->
        [no-painting] it does not begin with "{ $detail }": it is no painting of myomap
        [newer] it is in version { $detail } of the format, which this myomap does not read: a newer one is needed
        [too-long] it is larger than any painting
        [too-many-pains] it has more than { $pains } pains
        [no-pain-before] line { $line }: a painting begins with a line "pain"
        [off-the-skin] line { $line }: the place lies off the skin of this body
        [no-word] line { $line }: { $detail } is not one of pain, region, at
        [no-strength] line { $line }: { $detail } is no strength: it is a number up to { $strongest }
        [no-region] line { $line }: there is no region { $detail }
        [region-without-strength] line { $line }: a region needs a strength after it
        [no-place] line { $line }: a place is a strength and three numbers
       *[no-number] line { $line }: { $detail } is no number
    }
command-window =
    { $why ->
        [no-driver] no graphics driver was found. myomap needs Vulkan, Metal, DirectX 12 or OpenGL; a software driver does: on Debian, `apt-get install mesa-vulkan-drivers libvulkan1`
        [no-display] no display was found to open a window on. On a machine without one, `myomap render LINK -o FILE.png` draws a view into a file, and `xvfb-run myomap` gives a virtual display
        [window-lost] the window was lost: the display or the graphics driver ended the connection (code { $detail }). What was kept is safe; start myomap again
        [no-body] the body could not be built; `myomap check` tells what is wrong with the data
        [not-prepared] the body could not be prepared for what is painted on it
        [late] the picture was not finished in time
       *[encoding] the picture could not be encoded: { $detail }
    }
# $case says which.
command-backup =
    { $case ->
        [not-taken-over] { $file }: { $why }; nothing was changed
        [unreadable] { $file }: cannot be read ({ $why })
       *[unwritable] { $file }: the backup cannot be written ({ $why })
    }
command-records =
    { $why ->
        [no-folder] the system names no folder for your data: give one with --records DIR or in MYOMAP_RECORDS
        [not-a-folder] { $place }: is no folder; move it away, or give another folder with --records DIR
        [not-a-file] { $place }: is no plain file; move it away
        [too-large] { $place }: is larger than { $detail } MB
        [unreadable] { $place }: cannot be read ({ $detail })
        [unwritable] { $place }: cannot be written ({ $detail }); nothing was changed
        [full] { $place }: no room is left to write to; free some and try again. Nothing was changed
        [read-only] { $place }: you may not write there; nothing was changed
        [newer] { $place }, line { $detail }: a newer myomap wrote it; the file is left as it is: use that version
        [in-use] { $place }: another program is writing there; try again when it is done
        [not-erased] { $place }: it is deleted, but its words could not be taken out of the file ({ $detail })
        [no-backup] it holds no records of myomap
        [backup-too-large] it is larger than { $detail } MB
        [forbidden] this browser does not let the page keep anything
       *[browser] { $detail }
    }
command-line-fault =
    { $why ->
        [no-line] it is no line of a journal
        [checksum] its checksum is wrong: it was changed or damaged
        [torn] it breaks off: the program was stopped while it wrote
        [too-long] it is longer than any line
        [newer] a newer myomap wrote it ({ $detail })
       *[content] { $detail }
    }

# What is done with records.
command-backed-up =
    { $count ->
        [one] 1 record
       *[other] { $count } records
    } written to { $file }
command-taken-over = { $new } new, { $updated } in a later version, { $there } already there.
command-backup-not-whole = { $file }: the backup is not whole: { $lacks }; what is whole was taken over
command-backup-damaged =
    { $count ->
        [one] 1 line damaged
       *[other] { $count } lines damaged
    }
command-backup-newer =
    { $count ->
        [one] 1 line
       *[other] { $count } lines
    } of a newer myomap, which is needed for them
command-backup-missing =
    { $count ->
        [one] 1 record missing
       *[other] { $count } records missing
    }
command-records-sound =
    No faults: { $count ->
        [one] 1 record
       *[other] { $count } records
    } in { $place }.
command-records-damaged =
    { $lines ->
        [one] 1 line cannot be read and stays where it is
       *[other] { $lines } lines cannot be read and stay where they are
    }; { $records ->
        [one] 1 record can
       *[other] { $records } records can
    }

# What myomap check prints.
command-no-faults = No faults: { $counts }.
command-untranslated =
    Language { $language }: { $missing ->
        [one] 1 text
       *[other] { $missing } texts
    } to translate, { $stale } made from another English text; see --review.
command-faults-in-files =
    { $faults ->
        [one] 1 fault
       *[other] { $faults } faults
    } in { $files ->
        [one] 1 file
       *[other] { $files } files
    }
command-names-to-add =
    { $file }: { $count ->
        [one] 1 name
       *[other] { $count } names
    } to add
command-texts-to-translate =
    locale/{ $language }/texts: { $count ->
        [one] 1 text
       *[other] { $count } texts
    } to translate
command-texts-stale =
    locale/{ $language }/texts: { $count ->
        [one] 1 translation
       *[other] { $count } translations
    } made from another English text, and not used
command-by-kind = By kind: from memory of the manuals, confirmed in part
command-to-review =
    { $count ->
        [one] 1 statement
       *[other] { $count } statements
    } to review: { $recalled } recalled, { $partly } partly confirmed.
command-count-muscles =
    { $count ->
        [one] 1 muscle
       *[other] { $count } muscles
    }
command-count-points =
    { $count ->
        [one] 1 point
       *[other] { $count } points
    }
command-count-regions =
    { $count ->
        [one] 1 region
       *[other] { $count } regions
    }
command-count-bones =
    { $count ->
        [one] 1 bone
       *[other] { $count } bones
    }
command-count-fasciae =
    { $count ->
        [one] 1 ligament or fascia
       *[other] { $count } ligaments and fasciae
    }
command-count-shapes =
    { $count ->
        [one] 1 shape
       *[other] { $count } shapes
    }
command-count-methods =
    { $count ->
        [one] 1 method
       *[other] { $count } methods
    }
command-count-stretches =
    { $count ->
        [one] 1 stretch
       *[other] { $count } stretches
    }
command-count-red-flags =
    { $count ->
        [one] 1 warning sign
       *[other] { $count } warning signs
    }
command-count-contraindications =
    { $count ->
        [one] 1 contraindication
       *[other] { $count } contraindications
    }
command-count-no-go-areas =
    { $count ->
        [one] 1 no-go area
       *[other] { $count } no-go areas
    }
command-count-sections =
    { $count ->
        [one] 1 section
       *[other] { $count } sections
    }
command-count-programmes =
    { $count ->
        [one] 1 programme
       *[other] { $count } programmes
    }
command-count-plans =
    { $count ->
        [one] 1 plan
       *[other] { $count } plans
    }
command-count-assessment =
    { $count ->
        [one] 1 assessment item
       *[other] { $count } assessment items
    }
command-count-range-of-motion =
    { $count ->
        [one] 1 test of range of motion
       *[other] { $count } tests of range of motion
    }
command-count-techniques =
    { $count ->
        [one] 1 technique
       *[other] { $count } techniques
    }
command-count-sources =
    { $count ->
        [one] 1 source
       *[other] { $count } sources
    }
command-count-landmarks =
    { $count ->
        [one] 1 landmark
       *[other] { $count } landmarks
    }
