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
notice-no-section = The library has no section { $id }. Search for it by name.
notice-no-language = There is no translation for “{ $tag }”.

notice-link-too-long = The link could not be opened: it is too long.
# $what is pains or structures.
notice-link-too-many =
    The link could not be opened: it names more than { $most } { $what ->
        [pains] pains
       *[structures] structures to hide, ghost or isolate
    }.
# $what is painting or structures.
notice-link-not-copied =
    No link was copied: this view is more than a link can hold. { $what ->
        [painting] “Copy the painting” puts the painting on the clipboard as text, which has no limit.
       *[structures] Show some of the hidden structures again, then copy the link.
    }
notice-link-no-value = The link could not be opened: “{ $piece }” in it has no value. Write key=value, e.g. #point=TRA-1.left.
notice-link-value = The link could not be opened: { $key }={ $value } in it is not understood ({ $why }).
notice-painting-other-body = The strokes in this link were painted on another version of the body and were left out. Regions chosen by name are kept.
notice-link-twice = The link could not be opened: it names { $name } twice.

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
