BeforeDiscovery {
    # What a command is tried with, against platforms that agree, refuse, fail and are not there. Output is looked at in every form; so are
    # $Error, $journal, $csv and $json. $text is the token as text, $token as it should be.
    $scripts = @{
        'Connect-UponAi'                 = {
            Connect-UponAi -Token $token -AccountSid other -WorkspaceId 2 -BaseUri $uri -PassThru
            Connect-UponAi -Credential (New-Object -TypeName PSCredential -ArgumentList 'anybody', $token) -BaseUri $uri -PassThru
            Connect-UponAi -Token $text
            Connect-UponAi $text
            Connect-UponAi -Token $token -BaseUri 'http://platform.example'
            Connect-UponAi -Token $token -Proxy 'no proxy'
            Connect-UponAi -Token (New-Object -TypeName Net.NetworkCredential -ArgumentList '', "$text`n").SecurePassword
        }
        'Disconnect-UponAi'              = {
            $connection = Get-UponAiConnection
            Disconnect-UponAi
            $connection
            Set-UponAiNumberAssignment -Number 101 -InboundAgent agent_night -Connection $connection
        }
        'Get-UponAiConnection'           = { Get-UponAiConnection }
        'New-UponAiAgentRef'             = {
            New-UponAiAgentRef agent_night 0 0.5
            New-UponAiAgentRef 'agent night'
        }
        # First without a journal, whose list the platform may refuse before it sees the request.
        'Set-UponAiNumberAssignment'     = {
            '101' | Set-UponAiNumberAssignment -InboundAgent agent_sales
            '101', '0102', '+14155550188' | Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal
            '101' | Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal -SkipUnchanged
            '101' | Set-UponAiNumberAssignment -InboundAgent agent_sales -WhatIf
            '101' | Set-UponAiNumberAssignment -InboundAgent agent_salse, agent_sales@9 -VerifyAgents -RequireVersion
            '101' | Set-UponAiNumberAssignment -InboundAgent agent_sales@9 -VerifyAgents
            'no number' | Set-UponAiNumberAssignment -InboundAgent agent_night
            'no journal' | Set-Content -LiteralPath "$journal.bad"
            Set-UponAiNumberAssignment -Number 101 -InboundAgent agent_night -JournalPath "$journal.bad"
        }
        'Clear-UponAiNumberAssignment'   = {
            '101' | Clear-UponAiNumberAssignment -Confirm:$false
            '101', '0102' | Clear-UponAiNumberAssignment -Confirm:$false -JournalPath $journal
            Clear-UponAiNumberAssignment -Number 101 -Agent agent_night -Confirm:$false
            Clear-UponAiNumberAssignment -Number 101 -WhatIf
            Clear-UponAiNumberAssignment -Number 'no number' -Confirm:$false
            Clear-UponAiNumberAssignment -Number 101
        }
        'Get-UponAiJournal'              = {
            '101' | Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal
            Get-UponAiJournal $journal
            Get-UponAiJournal "$journal.none"
        }
        'Restore-UponAiNumberAssignment' = {
            '101' | Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal
            Restore-UponAiNumberAssignment $journal -Confirm:$false
            Restore-UponAiNumberAssignment $journal -Force -WhatIf
            Restore-UponAiNumberAssignment "$journal.none" -Confirm:$false
        }
        'Compare-UponAiNumberAssignment' = {
            @{ Number = '101'; InboundAgents = 'agent_sales' }, @{ Number = '999' } | Compare-UponAiNumberAssignment
            @{ Number = 'no number' } | Compare-UponAiNumberAssignment
        }
        'Export-UponAiNumberAssignment'  = {
            Get-UponAiNumber | Export-UponAiNumberAssignment -Path $csv -PassThru | ForEach-Object { $_.FullName }
            @{ Number = '101'; InboundAgents = 'agent_sales' } | Export-UponAiNumberAssignment -Path $json
            @{ Number = '101' } | Export-UponAiNumberAssignment -Path $json
            @{ Number = '101' } | Export-UponAiNumberAssignment -Path $json -Force -WhatIf
            @{ Number = 'no number' } | Export-UponAiNumberAssignment -Path $json -Force
        }
        'Import-UponAiNumberAssignment'  = {
            @{ Number = '101'; InboundAgents = 'agent_sales' } | Export-UponAiNumberAssignment -Path $csv
            Import-UponAiNumberAssignment -Path $csv
            Import-UponAiNumberAssignment -Path $csv | Set-UponAiNumberAssignment
            Import-UponAiNumberAssignment -Path $csv -VerifyAgents -RequireVersion
            Import-UponAiNumberAssignment -Path $csv -VerifyAgents
            Import-UponAiNumberAssignment -Path "$csv.none"
            'Numbr,InboundAgents', '101,agent night' | Set-Content -LiteralPath $json
            Import-UponAiNumberAssignment -Path $json -Format Csv
        }
        'Get-UponAiNumber'               = {
            Get-UponAiNumber 101, 999
            Get-UponAiNumber -AccountSid "line`nbreak"
        }
        'Get-UponAiAgent'                = {
            Get-UponAiAgent
            Get-UponAiAgent agent_sales -AllVersions
            Get-UponAiAgent agent_nobody
        }
        'Get-UponAiWorkspace'            = {
            Get-UponAiWorkspace
            Get-UponAiWorkspace 99
        }
        'Test-UponAiConnection'          = {
            Test-UponAiConnection
            Test-UponAiConnection -Quiet
        }
    }
    # The request that a command makes, as -Verbose shows it: the change of a number, or a list.
    $change, $numbers, $agents = 'PUT(/401)?/api/numbers/101/agent:', 'GET(/401)?/api/numbers/[^:]+:', 'GET(/401)?/api/agents[^:]*:'
    $requests = @{
        'Set-UponAiNumberAssignment'     = $change
        'Clear-UponAiNumberAssignment'   = $change
        'Import-UponAiNumberAssignment'  = $change
        'Compare-UponAiNumberAssignment' = $numbers
        'Export-UponAiNumberAssignment'  = $numbers
        'Get-UponAiNumber'               = $numbers
        'Get-UponAiAgent'                = $agents
        'Get-UponAiWorkspace'            = 'GET(/401)?/api/workspaces:'
        'Test-UponAiConnection'          = $numbers
    }
    $commands = foreach ($command in $scripts.Keys | Sort-Object) {
        @{ command = $command; script = "$($scripts[$command])"; request = $requests[$command] }
    }
    # What shows the platform's text.
    $painters = @(
        @{ script = 'Get-UponAiNumber' }
        @{ script = 'Get-UponAiNumber | ForEach-Object { $_.InboundAgents }' }
        @{ script = 'Get-UponAiAgent' }
        @{ script = 'Get-UponAiAgent; Get-UponAiNumber; Get-UponAiWorkspace; Get-UponAiNumber' }
        @{ script = 'Get-UponAiNumber | Format-List -Property *; Get-UponAiAgent | Format-Table -Property *' }
        @{ script = 'Get-UponAiNumber | ForEach-Object { "evil $_ $($_.InboundWebhookUrl) $($_.AdditionalProperties.Keys)" }' }
        @{ script = 'Get-UponAiWorkspace' }
        @{ script = '$VerbosePreference = $DebugPreference = "Continue"; 101 | Set-UponAiNumberAssignment -InboundAgent agent_c' }
        @{ script = '101 | Set-UponAiNumberAssignment -InboundAgent agent_c -InboundWebhookUrl none -WhatIf' }
        @{ script = '@{ Number = 101; InboundAgents = "agent_c"; InboundWebhookUrl = "none" } | Compare-UponAiNumberAssignment' }
    )
}

BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Module.ps1'))
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Sandbox.ps1'))
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Platform.ps1'))
    # Of each run's own, so that nothing else can hold it.
    $token = 'key_{0:n}' -f [guid]::NewGuid()
    $sandbox = Open-Sandbox -Argument '--token', $token -Numbers 3
    # Answers with the status that the path begins with, and tells the caller what it sent.
    $platform = Open-Platform {
        param($Path, $Authorization)
        ($Path -split '/')[1]
        ConvertTo-Json -Compress -InputObject @{ success = $false; message = "Sent was: $Authorization"; error = "Sent was: $Authorization" }
    }
    $gone = Open-Platform { 200, '{}' }
    Close-Platform $gone
    $agreeing, $refusing = $sandbox.BaseUri, "$($platform.BaseUri)401/"
    $failing = @(200, 302, 403, 404, 429, 503 | ForEach-Object { "$($platform.BaseUri)$_/" }) + $gone.BaseUri

    # As it is, as Windows and as others store a SecureString, and as a header's value may be encoded. Half of it is
    # too much already, and no text breaks it in two twice.
    $forms = @(
        $token.Substring(0, 18)
        $token.Substring(18)
        -join ([Text.Encoding]::Unicode.GetBytes($token) | ForEach-Object { '{0:x2}' -f $_ })
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($token)).TrimEnd('=')
    )

    # Returns all that is on the screen and in files after each command, once a shell of its own has tried them all.
    function Get-EveryStream([hashtable[]] $Tried) {
        $folder = (New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath 'streams')).FullName
        $settings = Join-Path -Path $folder -ChildPath 'settings.json'
        @{
            Manifest   = $BuiltManifest
            Token      = $token
            AccountSid = $sandbox.AccountSid
            Commands   = @($Tried | ForEach-Object { @{ Name = $_.command; Script = $_.script; BaseUris = @($agreeing, $refusing) + @(if ($_.request) { $failing }) } })
        } | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $settings
        $screen = Invoke-ShellFile ([IO.Path]::Combine($PSScriptRoot, 'Support', 'WriteEveryStream.ps1')) $settings
        $parts = $screen -split '=== (\w+-\w+) ==='
        $written = @{ '' = @{ screen = $parts[0] } }
        for ($i = 1; $i -lt $parts.Count; $i += 2) {
            $files = @{ screen = $parts[$i + 1] }
            foreach ($file in Get-ChildItem -LiteralPath "$folder/$($parts[$i])" -File -Force) { $files[$file.Name] = [IO.File]::ReadAllText($file.FullName) }
            $written[$parts[$i]] = $files
        }
        $written
    }

    # Fails if a text, without its colors and line breaks, has a form of the token in it.
    function Assert-NoToken([hashtable] $Texts) {
        foreach ($name in $Texts.Keys) {
            $text = $Texts[$name] -replace '\x1b\[[\d;]*m' -replace '\W'
            @($forms | Where-Object { $text.IndexOf($_, [StringComparison]::OrdinalIgnoreCase) -ge 0 }) |
                Should -HaveCount 0 -Because "$name is for others to read"
        }
    }
}

AfterAll {
    Close-Platform $platform
    Close-Sandbox $sandbox
}

Describe 'The token' -ForEach @{ tried = $commands } {
    BeforeAll { $written = Get-EveryStream $tried }

    It 'is looked for after every command of the module' {
        @($tried.command) | Should -Be @((Get-Module -Name UponAi).ExportedCommands.Keys | Sort-Object)
    }

    It 'is not on the screen before the first command' { Assert-NoToken $written[''] }

    It 'is nowhere after <command>, whatever the platform does' -ForEach $commands {
        $texts = $written[$command]
        # Everything is there to be looked at.
        'transcript.txt', 'environment.txt', '2.things.xml' | Should -BeIn $texts.Keys
        $screen = $texts.screen -replace '\x1b\[[\d;]*m' -replace '\s'
        $screen.Contains('MaximumRetryCount') | Should -BeTrue
        # The platform that agrees got the command's own request. The one that refuses has repeated the token that it
        # got.
        if ($request) {
            foreach ($status in 200, 401) { $screen -match "$request$status," | Should -BeTrue -Because 'it sends its request' }
            $screen.Contains('Sentwas:Bearer***') | Should -BeTrue
        }
        Assert-NoToken $texts
    }
}

Describe 'A line break' {
    BeforeAll {
        Connect-Sandbox $sandbox
        $break = "x`r`nX-Evil: 1"
    }

    AfterAll { Disconnect-UponAi }

    It 'begins no header of its own from <place>' -ForEach @(
        @{
            place = 'a number'
            id    = 'UponAi.InvalidNumber'
            try   = { Set-UponAiNumberAssignment -Number $break -InboundAgent agent_night }
        }
        @{ place = 'an agent'; id = 'UponAi.InvalidAgentRef'; try = { New-UponAiAgentRef $break } }
        @{
            place = 'a webhook'
            id    = 'UponAi.InvalidWebhookUrl'
            try   = { Set-UponAiNumberAssignment -Number 101 -InboundWebhookUrl "https://$break" }
        }
        @{ place = 'an account'; id = 'UponAi.InvalidAccountSid'; try = { Get-UponAiNumber -AccountSid $break } }
        @{
            place = 'an address'
            id    = 'UponAi.InvalidBaseUri'
            try   = { Connect-UponAi -Token (Get-Secret 'any') -BaseUri "https://$break" }
        }
        @{ place = 'a token'; id = 'UponAi.InvalidToken'; try = { Connect-UponAi -Token (Get-Secret $break) } }
    ) {
        $before = Get-RequestCount $sandbox
        $problems = @(try { & $try 2>&1 } catch { $_ })
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$id,*"
        Get-RequestCount $sandbox | Should -Be $before
    }
}

Describe 'A connection' {
    BeforeAll { Connect-Sandbox $sandbox }

    AfterAll { Disconnect-UponAi }

    It 'gives programs that are started from here nothing' {
        $said = Invoke-NewShell { [Environment]::GetEnvironmentVariables().Values } | Out-String
        $said.Contains($token) | Should -BeFalse
    }

    It 'comes back from <form> without what it could ask the platform with' -ForEach @(
        @{ form = 'Clixml'; id = 'ParameterArgumentTransformationError'; through = { $_ | Export-Clixml -LiteralPath "$TestDrive/connection.xml" -Depth 8; Import-Clixml -LiteralPath "$TestDrive/connection.xml" } }
        @{
            form    = 'JSON'
            id      = 'CannotConvertArgumentNoMessage'
            through = { $_ | ConvertTo-Json -Depth 8 | ConvertFrom-Json }
        }
        @{
            form    = 'a job'
            id      = 'ParameterArgumentTransformationError'
            through = { Start-Job -ScriptBlock { $input } -InputObject $_ | Receive-Job -Wait -AutoRemoveJob }
        }
    ) {
        $back = Get-UponAiConnection | ForEach-Object $through
        $back.AccountSid | Should -Be $sandbox.AccountSid
        { Get-UponAiNumber -Connection $back } | Should -Throw -ErrorId "$id*"
    }
}

Describe 'Text from the platform' -ForEach @{ all = $painters } {
    BeforeAll {
        # Colors, the window's title, and what one character introduces, wherever there is text.
        $painting = Open-Platform {
            param($Path)
            $evil = '\u001b[31m\u001b]0;owned\u0007\u009b2Jevil'
            $agents = "[{`"agent_id`":`"agent$evil`",`"weight`":0.5},{`"agent_id`":`"agent_b`",`"weight`":0.5}]"
            if ($Path -like '/refuse/*') { 400, "{`"error`":`"$evil`"}"; return }
            200
            if ($Path -like '*/api/agents*') { if ($Path -like '*paginationKey*') { '[]' } else { "[{`"agent_id`":`"agent_a`",`"version`":1,`"agent_name`":`"$evil`"}]" } }
            else { "{`"success`":true,`"message`":`"$evil`",`"numbers`":[{`"number`":`"101`",`"inbound_agents`":$agents,`"inbound_webhook_url`":`"https://a.example/$evil`",`"platform_import_error`":true,`"platform_import_error_message`":`"$evil`"}]}" }
        }

        # One shell runs them all against both. Its own colors do not count.
        $file = Join-Path -Path $TestDrive -ChildPath 'painted.ps1'
        @(
            "Import-Module -Name '$BuiltManifest'"
            "`$secret = (New-Object -TypeName Net.NetworkCredential -ArgumentList '', 'any').SecurePassword"
            for ($i = 0; $i -lt $all.Count; $i++) {
                "'=== $i ==='"
                "foreach (`$uri in '$($painting.BaseUri)answer/', '$($painting.BaseUri)refuse/') {"
                '    Connect-UponAi -Token $secret -AccountSid any -WorkspaceId 1 -BaseUri $uri -MaximumRetryCount 0'
                "    & { $($all[$i].script) } | Out-Default"
                '}'
            }
        ) | Set-Content -LiteralPath $file
        $parts = (Invoke-ShellFile $file) -replace '\x1b\[[\d;]*m' -split '=== (\d+) ==='
        $screens = @{}
        for ($i = 1; $i -lt $parts.Count; $i += 2) { $screens[$all[$parts[$i]].script] = $parts[$i + 1] }
    }

    AfterAll { Close-Platform $painting }

    It 'paints no screen, after <script>' -ForEach $painters {
        $screen = $screens[$script]
        $screen.Contains('evil') | Should -BeTrue
        @($screen.ToCharArray() | Where-Object { [char]::IsControl($_) -and $_ -notin [char[]] "`r`n`t" }) |
            Should -HaveCount 0
    }
}

Describe 'A cell that a spreadsheet would run' {
    It 'is text in the file, and itself again after it: <cell>' -ForEach @(
        @{ cell = '=HYPERLINK("https://bad.example","x")' }
        @{ cell = '@SUM(1)' }
        @{ cell = '-2+3' }
        @{ cell = '+2+3' }
    ) {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        @{ Number = '+14155550103'; InboundAgents = 'agent_night'; AccountSid = $cell } |
            Export-UponAiNumberAssignment -Path $file
        $row = Import-Csv -LiteralPath $file
        $row.Number, $row.AccountSid | Should -Be "'+14155550103", "'$cell"
        $again = Import-UponAiNumberAssignment -Path $file
        $again.Number, $again.AccountSid | Should -Be '+14155550103', $cell
    }
}

Describe 'Journals and plans' {
    BeforeEach {
        if ($env:OS -eq 'Windows_NT') { Set-ItResult -Skipped -Because 'Windows has folders'' permissions instead' }
        $folder = (New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid()))).FullName
        $journal, $csv, $json = 'run.jsonl', 'plan.csv', 'plan.json' |
            ForEach-Object { Join-Path -Path $folder -ChildPath $_ }
        Connect-Sandbox $sandbox

        function Get-Mode([string[]] $Path) { (Get-Item -LiteralPath $Path).UnixMode }
        function Write-All {
            Set-UponAiNumberAssignment -Number 101 -InboundAgent agent_night -JournalPath $journal |
                Export-UponAiNumberAssignment -Path $csv -Force
            Get-UponAiNumber 101 | Export-UponAiNumberAssignment -Path $json -Force
        }
    }

    It 'are made for their owner alone' {
        Write-All
        Get-Mode $journal, $csv, $json | Should -Be '-rw-------', '-rw-------', '-rw-------'
    }

    It 'replace a plan that others could read by one that they cannot, and leave a journal what it was given' {
        foreach ($path in $journal, $csv, $json) { $null = New-Item -ItemType File -Path $path }
        & chmod 664 $journal $csv $json
        Write-All
        Get-Mode $journal, $csv, $json | Should -Be '-rw-rw-r--', '-rw-------', '-rw-------'
    }
}
