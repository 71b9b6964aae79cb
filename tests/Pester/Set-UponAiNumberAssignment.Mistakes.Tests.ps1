. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Set-UponAiNumberAssignment, when a value was meant to be something else' {
    BeforeEach { $number = Get-FreeNumber $sandbox }

    It 'refuses <typed> as a number, before anything is sent' -ForEach @(
        @{ typed = 'sip:101@pbx.example.com'; says = '*address*sip:*' }
        @{ typed = '10*'; says = '*wildcard*' }
        @{ typed = '+1415555*'; says = "*wildcard*Get-UponAiNumber '+1415555``*'*" }
        @{ typed = 'plan.csv'; says = '*name of a file*' }
        @{ typed = '14,155,550,104'; says = '*thousands separators*' }
        @{ typed = '0014155550103'; says = '*Write + instead of 00: +14155550103.*' }
        @{ typed = '415-555-0104'; says = '*no country code*' }
        @{ typed = '+0123'; says = '*digits*' }
        @{ typed = '+1'; says = '*digits*' }
        @{ typed = '+14155550100-109'; says = '*range*' }
    ) {
        $before = Get-RequestCount $sandbox
        Set-UponAiNumberAssignment $typed agent_sales -ErrorAction SilentlyContinue -ErrorVariable problems |
            Should -BeNullOrEmpty
        $typed |
            Set-UponAiNumberAssignment -InboundAgent agent_sales -ErrorAction SilentlyContinue `
                -ErrorVariable +problems | Should -BeNullOrEmpty
        $problems | Should -HaveCount 2
        $problems.FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidNumber,*'
        $problems.Exception.Message | Should -BeLike $says
        Get-RequestCount $sandbox | Should -Be $before
    }

    It 'reads <form> as the number' -ForEach @{ form = 'tel:{0}' }, @{ form = '="{0}"' }, @{ form = '"{0}"' } {
        (Set-UponAiNumberAssignment -Number ($form -f $number) -InboundAgent agent_sales).Number | Should -Be $number
    }

    It 'warns once about bare digits that look like a number, at the prompt and through the pipeline' {
        Set-UponAiNumberAssignment 14155550188 agent_sales -ErrorAction SilentlyContinue `
            -WarningAction SilentlyContinue -WarningVariable warnings
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*'14155550188' has no +*write +14155550188*"
        '14155550188', '14155550189' |
            Set-UponAiNumberAssignment -InboundAgent agent_sales -ErrorAction SilentlyContinue `
                -WarningAction SilentlyContinue -WarningVariable warnings
        $warnings | Should -HaveCount 1
        [pscustomobject] @{ Number = 14155550188; InboundAgent = 'agent_sales' } |
            Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -WarningAction SilentlyContinue `
                -WarningVariable warnings
        $warnings | Should -HaveCount 1
        Set-UponAiNumberAssignment 101 agent_sales -WarningVariable warnings | Out-Null
        $warnings | Should -HaveCount 0
    }

    It 'refuses <value> as an agent, typed or in a row' -ForEach @(
        @{ value = 'NULL' }, @{ value = 'undefined' }, @{ value = 'NaN' }, @{ value = '#REF!' },
        @{ value = 'System.Object[]' }, @{ value = 'System.Collections.Hashtable' }
    ) {
        $before = Get-RequestCount $sandbox
        { Set-UponAiNumberAssignment -Number $number -InboundAgent $value } | Should -Throw "*is not an agent: it is *"
        [pscustomobject] @{ Number = $number; OutboundAgents = $value } |
            Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidAgentRef,*'
        Get-RequestCount $sandbox | Should -Be $before
    }
}
