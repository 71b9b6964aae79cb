. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'ForEach-Object -Parallel' {
    BeforeEach {
        if ($PSVersionTable.PSVersion.Major -lt 7) {
            Set-ItResult -Skipped -Because 'ForEach-Object -Parallel is of PowerShell 7'
        }
        $numbers = 1..12 | ForEach-Object { Get-FreeNumber $sandbox }
    }

    It 'takes one connection into every runspace with -Connection' {
        $connection = Get-UponAiConnection
        $assigned = $numbers | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module -Name $using:BuiltManifest
            Set-UponAiNumberAssignment -Number $_ -InboundAgent agent_night -Connection $using:connection
        }
        @($assigned.Number | Sort-Object) | Should -Be $numbers
        foreach ($number in $numbers) { (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night=1' }
    }

    It 'takes agents into every runspace' {
        $connection = Get-UponAiConnection
        $agents = (New-UponAiAgentRef agent_reception@3 -Weight 0.9), (New-UponAiAgentRef agent_sales -Weight 0.1)
        $numbers[0..3] | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module -Name $using:BuiltManifest
            Set-UponAiNumberAssignment -Number $_ -InboundAgent $using:agents -Connection $using:connection
        } | Should -HaveCount 4
        (Get-Binding $sandbox $numbers[3]).Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
    }

    It 'gives every runspace a default connection of its own' {
        $workspaces = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module -Name $using:BuiltManifest
            $secret = [Net.NetworkCredential]::new('', 'any').SecurePassword
            Connect-UponAi -Token $secret -AccountSid any -WorkspaceId $_ -BaseUri 'http://127.0.0.1:9/'
            Start-Sleep -Milliseconds 100
            "$_ $((Get-UponAiConnection).WorkspaceId)"
        }
        @($workspaces | Sort-Object) | Should -Be '1 1', '2 2', '3 3', '4 4'
        (Get-UponAiConnection).BaseUri | Should -Be $sandbox.BaseUri
    }
}

Describe 'Start-Job' {
    It 'returns phone numbers that restore their state' {
        $number = Get-FreeNumber $sandbox
        $job = Start-Job -ScriptBlock {
            Import-Module -Name $using:BuiltManifest
            $env:UPONAI_BASE_URI = $using:sandbox.BaseUri
            $env:UPONAI_TOKEN = $using:sandbox.Token
            $env:UPONAI_ACCOUNT_SID = $using:sandbox.AccountSid
            $env:UPONAI_WORKSPACE_ID = '1'
            Set-UponAiNumberAssignment -Number $using:number -InboundAgent 'agent_reception@3=90%;agent_sales=10%'
        }
        $returned = $job | Receive-Job -Wait -AutoRemoveJob
        $returned.PSTypeNames[0] | Should -Be 'Deserialized.UponAi.PhoneNumber'

        Set-UponAiNumberAssignment -Number $number -InboundAgent none -OutboundAgent agent_sales | Out-Null
        $returned | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        (Get-Binding $sandbox $number).Outbound | Should -BeNullOrEmpty
    }

    It 'returns failed rows whole, to be corrected and piped again' {
        $number = Get-FreeNumber $sandbox
        $job = Start-Job -ScriptBlock {
            Import-Module -Name $using:BuiltManifest
            [pscustomobject]@{
                Number       = $using:number
                InboundAgent = 'agent_night'
                TimeRouting  = 'perhaps'
                Site         = 'Harbour'
            } |
                Set-UponAiNumberAssignment -WhatIf
        }
        $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidRow,*'
        $row = $problems[0].TargetObject
        $row.Site | Should -Be 'Harbour'
        $row.TimeRouting = 'true'
        ($row | Set-UponAiNumberAssignment).Number | Should -Be $number
    }

    It 'takes agents, which arrive deserialized' {
        $agents = (New-UponAiAgentRef agent_reception@3 -Weight 0.9), (New-UponAiAgentRef agent_sales -Weight 0.1)
        $job = Start-Job -ScriptBlock {
            Import-Module -Name $using:BuiltManifest
            $using:agents | ForEach-Object { "$([UponAi.AgentRef] $_)" }
        }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be 'agent_reception@3=0.9', 'agent_sales=0.1'
    }

    It 'carries no connection, and so no token, to another process' {
        $connection = Get-UponAiConnection
        $job = Start-Job -ScriptBlock {
            Import-Module -Name $using:BuiltManifest
            $using:connection | Format-List -Property * -Force | Out-String
            try {
                Set-UponAiNumberAssignment -Number '+14155550103' -InboundAgent agent_night `
                    -Connection $using:connection
            } catch { $_.FullyQualifiedErrorId }
        }
        $said = $job | Receive-Job -Wait -AutoRemoveJob | Out-String
        $said | Should -BeLike '*ParameterArgumentTransformationError*'
        $said | Should -Not -BeLike "*$($sandbox.Token)*"
    }
}
