#pester:no-parallel
# The variables belong to the process, so no other file may run in this process at the same time.

. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'The UPONAI_* environment variables' {
    BeforeAll {
        $variables = @{
            UPONAI_TOKEN        = $sandbox.Token
            UPONAI_ACCOUNT_SID  = $sandbox.AccountSid
            UPONAI_WORKSPACE_ID = $sandbox.WorkspaceId
            UPONAI_BASE_URI     = $sandbox.BaseUri
        }
    }

    BeforeEach {
        Disconnect-UponAi
        $number = Get-FreeNumber $sandbox
    }

    It 'make a connection, so that a runbook needs none' {
        $assigned = Use-UponAiEnvironment $variables {
            Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night
        }
        $assigned.InboundAgentId | Should -Be 'agent_night'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night=1'
    }

    It 'are shown by Get-UponAiConnection, the token not' {
        $connection = Use-UponAiEnvironment $variables { Get-UponAiConnection }
        $connection.AccountSid | Should -Be $sandbox.AccountSid
        $connection.WorkspaceId | Should -Be $sandbox.WorkspaceId
        ($connection | Format-List -Property * -Force | Out-String) | Should -Not -BeLike "*$($sandbox.Token)*"
    }

    It 'fill in what Connect-UponAi is not given' {
        $connection = Use-UponAiEnvironment $variables { Connect-UponAi -WorkspaceId 2 -PassThru }
        $connection.BaseUri | Should -Be $sandbox.BaseUri
        $connection.AccountSid | Should -Be $sandbox.AccountSid
        $connection.WorkspaceId | Should -Be 2
    }

    It 'yield to Connect-UponAi' {
        Connect-Sandbox $sandbox
        $connection = Use-UponAiEnvironment @{
            UPONAI_TOKEN    = 'another'
            UPONAI_BASE_URI = 'https://another.example.com/'
        } { Get-UponAiConnection }
        $connection.BaseUri | Should -Be $sandbox.BaseUri
    }

    It 'serve as they are now, not as they were' {
        Use-UponAiEnvironment $variables { Get-UponAiConnection } | Should -Not -BeNullOrEmpty
        Use-UponAiEnvironment @{} { Get-UponAiConnection } | Should -BeNullOrEmpty
    }

    It 'say which of them is no workspace' {
        $wrong = $variables.Clone()
        $wrong.UPONAI_WORKSPACE_ID = 'first'
        { Use-UponAiEnvironment $wrong { Get-UponAiConnection } } |
            Should -Throw -ErrorId 'UponAi.NotConnected,*' -ExpectedMessage "*UPONAI_WORKSPACE_ID is 'first'*"
    }

    It 'are named where an account is missing; that ends one row' {
        $wrong = $variables.Clone()
        $wrong.Remove('UPONAI_ACCOUNT_SID')
        Use-UponAiEnvironment $wrong {
            Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -ErrorAction SilentlyContinue `
                -ErrorVariable script:problems
        }
        $script:problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.NotConnected,*'
        $script:problems[0].Exception.Message | Should -BeLike '*-AccountSid*UPONAI_ACCOUNT_SID*'
        $script:problems[0].TargetObject | Should -Be $number
    }
}

Describe 'Without a connection' {
    BeforeEach { Disconnect-UponAi }

    It 'Get-UponAiConnection returns nothing' {
        Use-UponAiEnvironment @{} { Get-UponAiConnection } | Should -BeNullOrEmpty
    }

    It 'Set-UponAiNumberAssignment ends with what to do' {
        { Use-UponAiEnvironment @{} { Set-UponAiNumberAssignment -Number '+14155550100' -InboundAgent agent_night } } |
            Should -Throw -ErrorId 'UponAi.NotConnected,*' -ExpectedMessage '*Connect-UponAi*UPONAI_TOKEN*'
    }

    It 'Connect-UponAi without a token says where to get one' {
        { Use-UponAiEnvironment @{} { Connect-UponAi } } |
            Should -Throw -ErrorId 'UponAi.NotConnected,*' -ExpectedMessage '*UPONAI_TOKEN*'
    }

    It '-WhatIf works all the same' {
        Use-UponAiEnvironment @{} {
            Set-UponAiNumberAssignment -Number '+14155550100' -InboundAgent agent_night -WhatIf
        } | Should -BeNullOrEmpty
        Use-UponAiEnvironment @{} { Clear-UponAiNumberAssignment -Number '+14155550100' -WhatIf } |
            Should -BeNullOrEmpty
    }
}
