. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'What PowerShell gives every command' {
    BeforeEach { $numbers = 1..3 | ForEach-Object { Get-FreeNumber $sandbox } }

    It '-Verbose shows a line for each request, and one that sums up' {
        $lines = $($numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -Verbose | Out-Null) 4>&1
        @($lines -match '^PUT /api/numbers/%2B1999\d+/agent: 200, 1 attempt, \d+ ms(; .+)?$').Count | Should -Be 3
        @($lines -match '^3 rows: 3 succeeded, 0 failed, 0 skipped; ').Count | Should -Be 1
    }

    It '-InformationVariable has the line that sums up, for more than one row' {
        $numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -InformationVariable several | Out-Null
        $numbers[0] | Set-UponAiNumberAssignment -InboundAgent agent_night -InformationVariable one | Out-Null
        "$several" | Should -BeLike '3 rows: 3 succeeded*'
        $one | Should -BeNullOrEmpty
    }

    It '-OutVariable and -PipelineVariable have the phone numbers' {
        $seen = $numbers |
            Set-UponAiNumberAssignment -InboundAgent agent_night -OutVariable out -PipelineVariable phone |
            ForEach-Object { $phone.Number }
        $seen | Should -Be $numbers
        $out.Number | Should -Be $numbers
    }

    It '-ErrorVariable with a plus gathers the failed rows of several commands' {
        foreach ($number in '+14155550187', '+14155550188') {
            Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -ErrorAction SilentlyContinue `
                -ErrorVariable +gathered
        }
        $gathered.TargetObject | Should -Be '+14155550187', '+14155550188'
    }

    It '-ErrorAction Ignore leaves nothing in $Error' {
        $Error.Clear()
        Set-UponAiNumberAssignment -Number '+14155550188' -InboundAgent agent_night -ErrorAction Ignore
        $Error.Count | Should -Be 0
    }

    It '$ErrorActionPreference ends the pipeline, and the rows before are there' {
        $ErrorActionPreference = 'Stop'
        $out = New-Object -TypeName Collections.ArrayList
        {
            $numbers[0], '+14155550188' | Set-UponAiNumberAssignment -InboundAgent agent_night -ThrottleLimit 1 |
                ForEach-Object { $null = $out.Add($_.Number) }
        } | Should -Throw -ErrorId 'UponAi.NotFound,*'
        $out | Should -Be $numbers[0]
    }

    It '-WarningVariable has a column that is misspelt' {
        [pscustomobject]@{ Number = $numbers[0]; InboundAgent = 'agent_night'; InbundWebhookUrl = 'x' } |
            Set-UponAiNumberAssignment -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        "$warnings" | Should -BeLike "*'InbundWebhookUrl'*Did you mean 'InboundWebhookUrl'*"
    }

    It '$PSDefaultParameterValues gives parameters that were not given' {
        $first = Get-UponAiConnection
        $PSDefaultParameterValues = @{
            '*-UponAi*:Connection'                    = $first
            'Set-UponAiNumberAssignment:InboundAgent' = 'agent_sales'
            'Get-UponAiNumber:WorkspaceId'            = 2
        }
        try {
            Connect-UponAi -Token (Get-Secret 'another') -AccountSid other -WorkspaceId 1 -BaseUri $sandbox.BaseUri
            ($numbers[0] | Set-UponAiNumberAssignment).InboundAgentId | Should -Be 'agent_sales'
            @(Get-UponAiNumber).WorkspaceId | Sort-Object -Unique | Should -Be 2
        } finally {
            $PSDefaultParameterValues.Clear()
            Connect-Sandbox $sandbox
        }
    }

    It '$ConfirmPreference and -Confirm:$false let Clear go ahead unasked' {
        Set-UponAiNumberAssignment -Number $numbers -InboundAgent agent_night | Out-Null
        ($numbers[0] | Clear-UponAiNumberAssignment -Confirm:$false).Number | Should -Be $numbers[0]
        $ConfirmPreference = 'None'
        ($numbers[1] | Clear-UponAiNumberAssignment).Number | Should -Be $numbers[1]
    }

    It 'a transcript has the rows, the errors and what would happen' {
        $file = Join-Path -Path $TestDrive -ChildPath 'told.ps1'
        $transcript = Join-Path -Path $TestDrive -ChildPath 'transcript.txt'
        @(
            "`$null = Start-Transcript -LiteralPath '$transcript'"
            "Import-Module -Name '$BuiltManifest'"
            "`$credential = New-Object -TypeName Net.NetworkCredential -ArgumentList '', '$($sandbox.Token)'"
            "`$where = @{ AccountSid = '$($sandbox.AccountSid)'; WorkspaceId = 1; BaseUri = '$($sandbox.BaseUri)' }"
            'Connect-UponAi -Token $credential.SecurePassword @where'
            "'$($numbers[0])', '+14155550188' | Set-UponAiNumberAssignment -InboundAgent agent_night"
            "Set-UponAiNumberAssignment -Number '$($numbers[1])' -InboundAgent agent_sales -WhatIf"
            '$null = Stop-Transcript'
        ) | Set-Content -LiteralPath $file
        $null = Invoke-ShellFile $file
        $told = (Get-Content -LiteralPath $transcript -Raw) -replace '\x1b\[[\d;]*m' -replace '\s+', ' '
        $told | Should -BeLike "*$($numbers[0]) 1 in agent_night*"
        $told | Should -BeLike '*no number +14155550188*'
        $told | Should -BeLike "*What if: *agent_sales*$($numbers[1])*"
    }
}
