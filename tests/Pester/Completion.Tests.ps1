. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Tab' {
    BeforeAll {
        # Returns the completions of Tab. Tab waits for the platform for at most a second, which can be too short on a
        # busy machine. Therefore this presses Tab until it offers the expected texts, for at most a minute.
        function Get-Completion([string] $Line, [string[]] $Expected) {
            $end = [datetime]::UtcNow.AddMinutes(1)
            do {
                $offered = (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
            } until (-not $Expected -or "$($offered.CompletionText)" -eq "$Expected" -or [datetime]::UtcNow -gt $end)
            $offered
        }
    }

    It 'completes <line>' -ForEach @(
        @{
            line  = 'Get-UponAiNumber +1415555011'
            found = '+14155550119', '+14155550110', '+14155550111', '+14155550112', '+14155550113'
        }
        @{ line = 'Clear-UponAiNumberAssignment -Number 010'; found = "'0102'" }
        @{ line = 'Set-UponAiNumberAssignment 101 agent_s'; found = 'agent_sales', 'agent_support' }
        @{ line = 'Set-UponAiNumberAssignment 101 -OutboundAgent recep'; found = 'agent_reception' }
        @{
            line  = "Set-UponAiNumberAssignment 101 'agent_night=90%;agent_s"
            found = "'agent_night=90%;agent_sales'", "'agent_night=90%;agent_support'"
        }
        @{ line = 'Clear-UponAiNumberAssignment 101 -Agent agent_n'; found = 'agent_night' }
        @{ line = 'New-UponAiAgentRef agent_sales -AgentVersion '; found = '2', '1', '0' }
        @{ line = 'Get-UponAiAgent -WorkspaceId '; found = '1', '2' }
    ) {
        (Get-Completion $line $found).CompletionText | Should -Be $found
    }

    It 'shows the name of an agent beside its id' {
        (Get-Completion 'New-UponAiAgentRef agent_rec' agent_reception).ToolTip | Should -BeLike '*Reception*'
    }

    It 'completes parameters' {
        $names = (Get-Completion 'Set-UponAiNumberAssignment -In').CompletionText
        '-InboundAgent', '-InboundWebhookUrl', '-InputObject' | Should -BeIn $names
        (Get-Completion 'Export-UponAiNumberAssignment -Format ').CompletionText | Should -Be 'Csv', 'Json'
    }

    It 'offers nothing, and says nothing, where there is no connection' {
        Disconnect-UponAi
        try {
            $Error.Clear()
            Get-Completion 'New-UponAiAgentRef agent_' | Where-Object -Property CompletionText -Like -Value 'agent_*' |
                Should -BeNullOrEmpty
            $Error.Count | Should -Be 0
        } finally {
            Connect-Sandbox $sandbox
        }
    }
}
