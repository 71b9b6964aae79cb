. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'examples/bulk-assign.ps1' {
    BeforeAll {
        Connect-Sandbox $sandbox
        $number = Get-FreeNumber $sandbox
        $plan = [IO.Path]::Combine($TestDrive, 'bulk.csv')
        Set-Content -Path $plan -Value 'Number,InboundAgents', "$number,agent_sales"
    }

    It 'changes nothing in a preview' {
        & "$Examples/bulk-assign.ps1" $plan -WhatIf | Should -Contain '1 of 1 numbers change.'
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }

    It 'assigns the plan, and keeps a way back' {
        & "$Examples/bulk-assign.ps1" $plan -Confirm:$false | Should -Contain '1 numbers are as planned, 0 are not.'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_sales=1'
        Import-UponAiNumberAssignment ([IO.Path]::ChangeExtension($plan, '.before.csv')) | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }
}

Describe 'examples/ramp-agent.ps1' {
    BeforeAll {
        Connect-Sandbox $sandbox
        $number = Get-FreeNumber $sandbox
        $null = Set-UponAiNumberAssignment $number agent_night@0
        $files = @{ BackupPath = [IO.Path]::Combine($TestDrive, 'ramp.csv'); JournalPath = [IO.Path]::Combine($TestDrive, 'ramp.jsonl') }
    }

    It 'moves a part of the calls, then all of them, and the backup restores what there was' {
        $null = & "$Examples/ramp-agent.ps1" -From agent_night -To agent_support -Percent 25 -Confirm:$false @files
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night@0=0.75;agent_support=0.25'
        $null = & "$Examples/ramp-agent.ps1" -From agent_night -To agent_support -Percent 100 -Confirm:$false @files
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_support=1'
        $null = Import-UponAiNumberAssignment $files.BackupPath | Set-UponAiNumberAssignment
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night@0=1'
    }
}

# With stand-ins for the commands that only Azure has: blobs are files, jobs run where they are started.
Describe 'examples/azure-automation' {
    BeforeAll {
        $blobs = [IO.Path]::Combine($TestDrive, 'blobs')
        $null = New-Item -Path $blobs -ItemType Directory
        $started = @{}
        # As items, since a function of such a name would have to ask first.
        $standIns = @{
            'Connect-AzAccount'          = { param([switch] $Identity) $null = $Identity }
            'New-AzStorageContext'       = { param($StorageAccountName, [switch] $UseConnectedAccount) "$StorageAccountName $UseConnectedAccount" }
            'Get-AzStorageBlobContent'   = {
                param($Context, $Container, $Blob, $Destination, [switch] $Force)
                $null = $Context, $Container
                Copy-Item -Path "$blobs/$Blob" -Destination $Destination -Force:$Force
            }
            'Set-AzStorageBlobContent'   = {
                param($Context, $Container, $File, $Blob, [switch] $Force)
                $null = $Context, $Container
                $null = New-Item -Path (Split-Path -Path "$blobs/$Blob") -ItemType Directory -Force
                Copy-Item -Path $File -Destination "$blobs/$Blob" -Force:$Force
            }
            'Get-AutomationPSCredential' = { param($Name) New-Object -TypeName Management.Automation.PSCredential -ArgumentList "$Name", (Get-Secret $sandbox.Token) }
            'Start-AzAutomationRunbook'  = {
                param($ResourceGroupName, $AutomationAccountName, $Name, $Parameters)
                $null = $ResourceGroupName, $AutomationAccountName
                $id = [guid]::NewGuid()
                $started[$id] = 'Completed'
                try { $null = & "$Examples/azure-automation/$Name.ps1" @Parameters 6> $null } catch { $started[$id] = 'Failed' }
                [pscustomobject]@{ JobId = $id }
            }
            'Get-AzAutomationJob'        = {
                param($ResourceGroupName, $AutomationAccountName, $Id)
                $null = $ResourceGroupName, $AutomationAccountName
                [pscustomobject]@{ Status = $started[$Id] }
            }
        }
        foreach ($name in $standIns.Keys) { Set-Item -Path "function:$name" -Value $standIns[$name] }
        $numbers = 1..4 | ForEach-Object { Get-FreeNumber $sandbox }
        Set-Content -Path "$blobs/plan.csv" -Value (@('Number,InboundAgents') + ($numbers | ForEach-Object { "$_,agent_sales" }))
        $parameters = @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'plan.csv'; AccountSid = $sandbox.AccountSid; WorkspaceId = $sandbox.WorkspaceId }
    }

    It 'shares a plan out over jobs that never overlap' {
        Use-UponAiEnvironment @{ UPONAI_BASE_URI = $sandbox.BaseUri } {
            $shards = & "$Examples/azure-automation/Invoke-UponAiPlanInShards.ps1" -ResourceGroup phones -AutomationAccount phones -ShardCount 2 -PollingInterval 0.01 -PlanParameters $parameters
            $shards.Status | Should -Be 'Completed', 'Completed'
        }
        foreach ($number in $numbers) { (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_sales=1' }
        @(Import-UponAiNumberAssignment "$blobs/plan.csv.result/numbers-*-of-2.csv").Count | Should -Be 4
    }
}
