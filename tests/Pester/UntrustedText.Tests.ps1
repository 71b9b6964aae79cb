BeforeDiscovery {
    # The scripts that show text from the platform.
    $painters = @(
        @{ script = 'Get-UponAiNumber' }
        @{ script = 'Get-UponAiNumber | ForEach-Object { $_.InboundAgents }' }
        @{ script = 'Get-UponAiAgent' }
        @{ script = 'Get-UponAiAgent; Get-UponAiNumber; Get-UponAiWorkspace; Get-UponAiNumber' }
        @{ script = 'Get-UponAiNumber | Format-List -Property *; Get-UponAiAgent | Format-Table -Property *' }
        @{
            script = 'Get-UponAiNumber |
                ForEach-Object { "evil $_ $($_.InboundWebhookUrl) $($_.AdditionalProperties.Keys)" }'
        }
        @{ script = 'Get-UponAiWorkspace' }
        @{
            script = '$VerbosePreference = $DebugPreference = "Continue"
                101 | Set-UponAiNumberAssignment -InboundAgent agent_c'
        }
        @{ script = '101 | Set-UponAiNumberAssignment -InboundAgent agent_c -InboundWebhookUrl none -WhatIf' }
        @{
            script = '@{ Number = 101; InboundAgents = "agent_c"; InboundWebhookUrl = "none" } |
                Compare-UponAiNumberAssignment'
        }
    )
}

. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'A line break' {
    BeforeAll { $break = "x`r`nX-Evil: 1" }

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

Describe 'Text from the platform' -ForEach @{ all = $painters } {
    BeforeAll {
        . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Platform.ps1'))
        # Every text has sequences for colors, for the title of the window, and one that a single character begins.
        $painting = Open-Platform {
            param($Path)
            $evil = '\u001b[31m\u001b]0;owned\u0007\u009b2Jevil'
            $agents = "[{`"agent_id`":`"agent$evil`",`"weight`":0.5},{`"agent_id`":`"agent_b`",`"weight`":0.5}]"
            if ($Path -like '/refuse/*') { 400, "{`"error`":`"$evil`"}"; return }
            200
            if ($Path -like '*/api/agents*') {
                if ($Path -like '*paginationKey*') { '[]' } else {
                    "[{`"agent_id`":`"agent_a`",`"version`":1,`"agent_name`":`"$evil`"}]"
                }
            }
            else {
                "{`"success`":true,`"message`":`"$evil`",`"numbers`":[{`"number`":`"101`",`"inbound_agents`":$agents," +
                    "`"inbound_webhook_url`":`"https://a.example/$evil`",`"platform_import_error`":true," +
                    "`"platform_import_error_message`":`"$evil`"}]}"
            }
        }

        # One shell runs all scripts against both platforms. The colors of the shell do not count.
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
