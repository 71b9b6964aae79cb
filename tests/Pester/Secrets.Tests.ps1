BeforeDiscovery {
    # The scripts for each command. They run against platforms that accept, refuse, fail or do not exist. The test looks
    # for the token in every form of the output, in $Error, and in the files $journal, $csv and $json. $text is the
    # token as text, and $token is the token as a SecureString.
    $scripts = @{
        'Connect-UponAi'                 = {
            Connect-UponAi -Token $token -AccountSid other -WorkspaceId 2 -BaseUri $uri -PassThru
            Connect-UponAi -Credential (New-Object -TypeName PSCredential -ArgumentList 'anybody', $token) `
                -BaseUri $uri -PassThru
            Connect-UponAi -Token $text
            Connect-UponAi $text
            Connect-UponAi -Token $token -BaseUri 'http://platform.example'
            Connect-UponAi -Token $token -Proxy 'no proxy'
            Connect-UponAi `
                -Token (New-Object -TypeName Net.NetworkCredential -ArgumentList '', "$text`n").SecurePassword
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
        # First without a journal, because the platform may refuse the list of a journal before the request.
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
    $change, $numbers, $agents = 'PUT(/401)?/api/numbers/101/agent:', 'GET(/401)?/api/numbers/[^:]+:',
        'GET(/401)?/api/agents[^:]*:'
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
}

BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Module.ps1'))
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Sandbox.ps1'))
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Platform.ps1'))
    # A new token for each run, so that nothing else can contain it.
    $token = 'key_{0:n}' -f [guid]::NewGuid()
    $sandbox = Open-Sandbox -Argument '--token', $token -Numbers 3
    # Answers with the status at the beginning of the path, and repeats the Authorization header.
    $platform = Open-Platform {
        param($Path, $Authorization)
        ($Path -split '/')[1]
        ConvertTo-Json -Compress -InputObject @{
            success = $false
            message = "Sent was: $Authorization"
            error   = "Sent was: $Authorization"
        }
    }
    $gone = Open-Platform { 200, '{}' }
    Close-Platform $gone
    $agreeing, $refusing = $sandbox.BaseUri, "$($platform.BaseUri)401/"
    $failing = @(200, 302, 403, 404, 429, 503 | ForEach-Object { "$($platform.BaseUri)$_/" }) + $gone.BaseUri

    # The halves of the token, and the forms in which Windows and other systems store a SecureString or encode a header.
    # A half is searched, because a line break may split the token once.
    $forms = @(
        $token.Substring(0, 18)
        $token.Substring(18)
        -join ([Text.Encoding]::Unicode.GetBytes($token) | ForEach-Object { '{0:x2}' -f $_ })
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($token)).TrimEnd('=')
    )

    # Runs the scripts of all commands in a new shell. Returns the screen and the files of each command.
    function Get-EveryStream([hashtable[]] $Tried) {
        $folder = (New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath 'streams')).FullName
        $settings = Join-Path -Path $folder -ChildPath 'settings.json'
        @{
            Manifest   = $BuiltManifest
            Token      = $token
            AccountSid = $sandbox.AccountSid
            Commands   = @($Tried | ForEach-Object {
                @{
                    Name     = $_.command
                    Script   = $_.script
                    BaseUris = @($agreeing, $refusing) + @(if ($_.request) { $failing })
                }
            })
        } | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $settings
        $screen = Invoke-ShellFile ([IO.Path]::Combine($PSScriptRoot, 'Support', 'WriteEveryStream.ps1')) $settings
        $parts = $screen -split '=== (\w+-\w+) ==='
        $written = @{ '' = @{ screen = $parts[0] } }
        for ($i = 1; $i -lt $parts.Count; $i += 2) {
            $files = @{ screen = $parts[$i + 1] }
            foreach ($file in Get-ChildItem -LiteralPath "$folder/$($parts[$i])" -File -Force) {
                $files[$file.Name] = [IO.File]::ReadAllText($file.FullName)
            }
            $written[$parts[$i]] = $files
        }
        $written
    }

    # Fails if a text contains a form of the token. Colors and line breaks do not count.
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
        # The output has everything that the test searches.
        'transcript.txt', 'environment.txt', '2.things.xml' | Should -BeIn $texts.Keys
        $screen = $texts.screen -replace '\x1b\[[\d;]*m' -replace '\s'
        $screen.Contains('MaximumRetryCount') | Should -BeTrue
        # The platform that accepts got the request of the command. The platform that refuses has repeated its token.
        if ($request) {
            foreach ($status in 200, 401) {
                $screen -match "$request$status," | Should -BeTrue -Because 'it sends its request'
            }
            $screen.Contains('Sentwas:Bearer***') | Should -BeTrue
        }
        Assert-NoToken $texts
    }
}
