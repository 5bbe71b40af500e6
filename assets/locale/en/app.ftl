# What the language calls itself.
language-own-name = English

## Notices

notice-word-info = Note
notice-word-warning = Warning
notice-word-error = Error
notice-dismiss = Dismiss

notice-no-structure = There is no structure { $id }. Search for it by name.
notice-no-point = There is no trigger point { $id }. Search for it by name.
notice-no-region = There is no region { $id }. Search for it by name.
notice-no-stretch = There is no stretch { $id }. Search for it by name.
notice-no-method = There is no method { $id }. Search for it by name.
notice-no-programme = There is no programme { $id }. Search for it by name.
notice-no-section = The library has no section { $id }. Search for it by name.
notice-skin-without-region = No point in this map sends pain there. Have pain there looked at by a doctor if it lasts more than two weeks.
notice-no-language = There is no translation for “{ $tag }”.

notice-link-too-long = The link could not be opened: it is too long.
# $what is pains or structures.
notice-link-too-many =
    The link could not be opened: it names more than { $most } { $what ->
        [pains] pains
       *[structures] structures to hide, ghost or isolate
    }.
notice-link-copied = The link to this view has been copied.
notice-painting-copied = The painting has been copied as text.
# $what is painting or structures.
notice-link-not-copied =
    No link was copied: this view is more than a link can hold. { $what ->
        [painting] “Copy the painting” puts the painting on the clipboard as text, which has no limit.
       *[structures] Show some of the hidden structures again, then copy the link.
    }
notice-link-no-value = The link could not be opened: “{ $piece }” in it has no value. Write key=value, e.g. #point=TRA-1.left.
# $why says which; $detail is the id, the words or the example that it repeats.
notice-link-value =
    The link could not be opened: { $key }={ $value } in it is not understood ({ $why ->
        [depth] it is a number from 0 (skin) to 6 (skeleton)
        [word] it is one of: { $detail }
        [pose] it is six numbers, turn,lift,x,y,z,across, e.g. { $detail }
        [angles] the turn is from -360 to 360 degrees and the lift from -90 to 90
        [place] the place is within 5000 mm and what is seen across from 1 to 20000 mm
        [id] “{ $detail }” is no id: use letters, digits, “.”, “_” and “-”, at most 120 characters
        [no-side] “{ $detail }” needs a side: add .left or .right
        [not-text] what is encoded in it is no text
        [too-many-regions] it names more than 400 regions
        [strength] a strength is a number from 1 to 3
        [newer] a newer version of myomap painted it
       *[damaged] its strokes are damaged
    }).
# $what is painting or structures.
notice-address-incomplete =
    { $what ->
        [painting] This painting is more than the page's address can hold: a reload or a bookmark opens the view without it. “Copy the painting” puts it on the clipboard as text, which has no limit.
       *[structures] More structures are hidden than the page's address can hold: a reload or a bookmark opens the view with all of them.
    }
notice-painting-other-body = The strokes in this link were painted on another version of the body and were left out. Regions chosen by name are kept.
# $what says which.
notice-link-twice =
    The link could not be opened: it names { $what ->
        [selection] what to select
        [depth] the depth
        [side] the side
        [view] the view
        [camera] the camera
        [theme] the theme
        [mode] the mode
        [labels] the labels
       *[markers] the trigger points
    } twice.

notice-faults =
    { $count ->
        [one] 1 fault
       *[other] { $count } faults
    } in the data. What is sound is shown. First: { $file }, line { $line }: { $what }. Run “myomap check” for all.

notice-unbuilt =
    { $count ->
        [one] Something of the body could not be built
       *[other] { $count } things of the body could not be built
    }; the rest is shown. First: { $what }. Run “myomap check” for where.

# $why is newer, not-text, not-a-file, or else $detail says it.
notice-preferences-kept =
    The preferences could not be read ({ $why ->
        [newer] a newer myomap wrote them
        [not-text] the file is not text
        [not-a-file] this is not a plain file
       *[other] { $detail }
    }). They are kept as { $file }; the defaults are used.
notice-preferences-unread =
    The preferences in { $file } could not be read ({ $why ->
        [newer] a newer myomap wrote them
        [not-text] the file is not text
        [not-a-file] this is not a plain file
       *[other] { $detail }
    }) and are left as they are. Your settings hold until you close myomap and are not saved; to save them again, move or rename { $file } and start anew.
notice-preferences-unsaved = Your settings could not be saved to { $file }: { $why }.
# $why is full or forbidden.
notice-storage-unsaved =
    Your settings could not be saved in this browser: { $why ->
        [full] its storage for this page is full. They hold until you close the page.
       *[forbidden] it does not let this page keep anything. They hold until you close the page.
    }
