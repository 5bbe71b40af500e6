# What is kept on this device.
records-keep = Keep on this device
records-off = Nothing is kept. Answers and paintings stay on this device, are never sent, and are forgotten when you close myomap.
records-on = Your answers and paintings are kept on this device and never sent.
records-saved = Kept on this device and never sent. Last saved: { $when }.
records-show =
    { $count ->
        [0] What is kept
       *[other] What is kept ({ $count })
    }
records-open-last = Open the last painting

# The list.
records-title = What is kept
records-close = Close the list
records-none = Nothing is kept.
records-loading = Looking …
records-in-folder = It lies in { $place }.
records-in-browser-safe = It lies in this browser, for this page only. The browser has promised not to delete it by itself.
records-in-browser = It lies in this browser, for this page only. This browser may delete it if you do not come back for some time: make a backup.
records-last-backup = Last backup: { $when }.
records-no-backup = No backup yet.
records-faults =
    { $count ->
        [one] 1 line could not be read. It stays where it is.
       *[other] { $count } lines could not be read. They stay where they are.
    }
records-painting =
    { $count ->
        [one] Painting
       *[other] Painting of { $count } pains
    }
records-painting-of = Painting: { $names }
records-answers =
    { $yes ->
        [0] Warning signs: none
        [one] Warning signs: 1 yes
       *[other] Warning signs: { $yes } yes
    }
records-open = Open in Locate: { $when }
records-delete = Delete: { $when }
records-back-up = Back up …
records-restore = Restore …
records-delete-everything = Delete everything …
# $month is a number.
records-when =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }, { $time }

# Before anything is deleted.
records-turned-off = From now on nothing is kept
records-turned-off-what =
    { $count ->
        [one] 1 record was kept before. Delete it, too?
       *[other] { $count } records were kept before. Delete them, too?
    }
records-leave = Leave what there is
records-really = Delete everything?
records-really-what =
    { $count ->
        [one] 1 record will be gone for good. A backup that you have made stays where you have put it.
       *[other] { $count } records will be gone for good. A backup that you have made stays where you have put it.
    }
records-do-not = Do not delete
records-delete-everything-now = Delete everything

# What the user is told.
records-all-deleted = Everything that was kept is deleted.
# $where is browser or file.
records-backed-up =
    { $where ->
        [browser] The backup was given to your browser, which puts it with your downloads.
       *[file] The backup is in { $file }.
    }
# $why is not-a-file, or else $detail says it.
records-backup-failed =
    { $file }: { $why ->
        [not-a-file] it is no plain file
       *[other] { $detail }
    }. Nothing that is kept was changed.
records-no-dialog = This system shows no dialog to choose a file. In a terminal, “myomap records import FILE” restores a backup.
records-taken-over = Restored: { $new } new, { $there } already there.
records-backup-incomplete =
    { $count ->
        [one] 1 record of the backup was damaged or missing. The others were restored.
       *[other] { $count } records of the backup were damaged or missing. The others were restored.
    }
records-backup-newer = A newer myomap made this backup. What this one does not know was left out: use the newer one for it.
# $where is browser or file.
records-damaged =
    { $count ->
        [one] 1 line
       *[other] { $count } lines
    } of what was kept could not be read and { $count ->
        [one] was
       *[other] were
    } set aside. First: { $where ->
        [browser] line { $line }
       *[file] { $place }, line { $line }
    }: { $why ->
        [no-line] it is no line of a journal
        [checksum] its checksum is wrong
        [torn] it breaks off
        [too-long] it is too long
       *[content] { $detail }
    }.
# $why says which; $place is a file or a folder, $detail what the system said.
records-problem =
    { $why ->
        [no-folder] It could not be kept: the system names no folder for your data. Set MYOMAP_RECORDS to one.
        [not-a-folder] It could not be kept: { $place } is no folder. Move it away.
        [not-a-file] It could not be kept: { $place } is no plain file. Move it away.
        [too-large] { $place } is larger than { $detail } MB and was not read.
        [unreadable] { $place } could not be read: { $detail }.
        [unwritable] It could not be kept in { $place }: { $detail }. What was there before is whole.
        [full] It could not be kept in { $place }: no room is left. What was there before is whole.
        [read-only] It could not be kept in { $place }: you may not write there. What was there before is whole.
        [newer] A newer myomap has written { $place }. It is left as it is: use that version.
        [in-use] It could not be kept: another program is writing in { $place }. Try again.
        [not-erased] It is deleted, but its words are still in { $place }: { $detail }. Delete it again.
        [no-backup] This file holds no records of myomap. Nothing was changed.
        [backup-too-large] This file is larger than { $detail } MB, which no backup is. Nothing was changed.
        [forbidden] This browser does not let the page keep anything. In a private window it never does.
       *[browser] This browser could not keep it: { $detail }.
    }
