BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Module.ps1'))
}

Describe 'New-UponAiAgentRef' {
    It 'makes an agent of an id, a version and a weight' {
        $agent = New-UponAiAgentRef -AgentId agent_a -AgentVersion 3 -Weight 0.9
        $agent | Should -BeOfType ([UponAi.AgentRef])
        $agent.AgentId | Should -Be 'agent_a'
        $agent.AgentVersion | Should -Be 3
        $agent.Weight | Should -Be 0.9
    }

    It 'leaves the version and the weight open when they are not given' {
        $agent = New-UponAiAgentRef agent_a
        $agent.AgentVersion | Should -BeNullOrEmpty
        $agent.Weight | Should -BeNullOrEmpty
    }

    It 'keeps version 0 apart from no version' {
        (New-UponAiAgentRef agent_a -AgentVersion 0).AgentVersion | Should -Be 0
    }

    It 'takes <weight> as the weight <fraction>' -ForEach @(
        @{ weight = '90%'; fraction = 0.9 }
        @{ weight = '0.25'; fraction = 0.25 }
        @{ weight = 1; fraction = 1 }
        @{ weight = '12.5 %'; fraction = 0.125 }
    ) {
        (New-UponAiAgentRef agent_a -Weight $weight).Weight | Should -Be $fraction
    }

    It 'takes the text form, and lets a parameter win over it' {
        New-UponAiAgentRef 'agent_a@3=90%' | Should -Be 'agent_a@3=0.9'
        New-UponAiAgentRef 'agent_a@3=90%' -AgentVersion 4 -Weight '10%' | Should -Be 'agent_a@4=0.1'
    }

    It 'takes ids from the pipeline, and goes on after a bad one' {
        $agents = 'agent_a', 'agent b', 'agent_c@2' |
            New-UponAiAgentRef -ErrorAction SilentlyContinue -ErrorVariable problems
        "$agents" | Should -Be 'agent_a agent_c@2'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidAgentRef,*'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $problems[0].TargetObject | Should -Be 'agent b'
        $problems[0].Exception.Message | Should -BeLike '*a space*'
    }

    It 'asks whether 50 was meant as 50 %' {
        $agent = New-UponAiAgentRef agent_a -Weight 50 -ErrorAction SilentlyContinue -ErrorVariable problems
        $agent | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidAgentSplit,*'
        $problems[0].Exception.Message | Should -BeLike '*Did you mean 50%*'
    }

    It 'refuses a weight that is no number' {
        { New-UponAiAgentRef agent_a -Weight half } |
            Should -Throw -ExpectedMessage '*neither a fraction, such as 0.5, nor a percentage*'
    }

    It 'reads and writes a point in a culture that writes a comma' {
        $culture = [Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'
            $text = (New-UponAiAgentRef agent_a -Weight '0.25').ToString()
            $number = (New-UponAiAgentRef agent_a -Weight 0.25).ToString()
        } finally {
            [Threading.Thread]::CurrentThread.CurrentCulture = $culture
        }
        $text, $number | Should -Be 'agent_a=0.25', 'agent_a=0.25'
    }
}

Describe '[UponAi.AgentRef]' {
    It 'is made of <form>' -ForEach @(
        @{ form = 'text'; value = 'agent_a@3=90%' }
        @{ form = 'a hashtable'; value = @{ AgentId = 'agent_a'; AgentVersion = 3; Weight = 0.9 } }
        @{
            form  = 'a custom object'
            value = [pscustomobject]@{ AgentId = 'agent_a'; AgentVersion = '3'; Weight = '90%' }
        }
        @{
            form  = 'JSON of the API'
            value = '{"agent_id":"agent_a","agent_version":3,"weight":0.9}' | ConvertFrom-Json
        }
    ) {
        [UponAi.AgentRef] $value | Should -Be (New-UponAiAgentRef agent_a -AgentVersion 3 -Weight 0.9)
    }

    It 'is made of an agent as the API lists it, with its version' {
        [UponAi.AgentRef] ('{"agent_id":"agent_a","version":2,"name":"Reception"}' | ConvertFrom-Json) |
            Should -Be 'agent_a@2'
    }

    It 'says what is wrong with a misspelt member' {
        { [UponAi.AgentRef] @{ AgentId = 'agent_a'; Wieght = 0.9 } } | Should -Throw -ExpectedMessage "*no 'Wieght'*"
    }

    It 'is equal by value' {
        [UponAi.AgentRef] 'agent_a@3=90%' -eq [UponAi.AgentRef] 'agent_a@3=0.90' | Should -BeTrue
        [UponAi.AgentRef] 'agent_a@3' -eq [UponAi.AgentRef] 'agent_a' | Should -BeFalse
    }

    It 'survives its own text' {
        $agent = [UponAi.AgentRef] 'agent_a@0=12.5%'
        [UponAi.AgentRef] "$agent" | Should -Be $agent
    }
}
