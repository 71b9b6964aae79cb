. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Set-UponAiNumberAssignment, when the platform says no' {
    It '<id>: <case>' -ForEach @(
        @{
            id = 'UponAi.InvalidAssignment'; category = 'InvalidArgument'; case = 'an agent that is unknown'
            row = @{ Number = '+14155550103'; InboundAgent = 'agent_nobody' }; says = '*agent_nobody*unknown*'
        }
        @{
            id = 'UponAi.InvalidAssignment'; category = 'InvalidArgument'; case = 'a version that is unknown'
            row = @{ Number = '+14155550103'; InboundAgent = 'agent_sales@9' }; says = '*no version 9*'
        }
        @{
            id       = 'UponAi.Forbidden'
            category = 'PermissionDenied'
            case     = 'an account that is not the token''s'
            row      = @{
                Number       = '+14155550103'
                InboundAgent = 'agent_sales'
                AccountSid   = '5b1f7a38-9d0c-4a52-8e6b-c2f40d7e9a16'
            }
            says     = '*5b1f7a38-9d0c-4a52-8e6b-c2f40d7e9a16*'
        }
        @{
            id = 'UponAi.Forbidden'; category = 'PermissionDenied'; case = 'a workspace that is not the account''s'
            row = @{ Number = '+14155550103'; InboundAgent = 'agent_sales'; WorkspaceId = '3' }; says = '*workspace 3*'
        }
        @{
            id = 'UponAi.NotFound'; category = 'ObjectNotFound'; case = 'a number that is unknown'
            row = @{ Number = '+14155550188'; InboundAgent = 'agent_sales' }; says = '*+14155550188*not found*'
        }
    ) {
        $row | Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$id,*"
        $problems[0].CategoryInfo.Category | Should -Be $category
        $problems[0].Exception.Message | Should -BeLike $says
        [object]::ReferenceEquals($problems[0].TargetObject, $row) | Should -BeTrue
    }

    It 'UponAi.Unauthorized: a token that is wrong, which no message repeats' {
        $connection = Connect-UponAi -Token (Get-Secret 'wrong-token') -AccountSid $sandbox.AccountSid -WorkspaceId 1 `
            -BaseUri $sandbox.BaseUri -PassThru
        Connect-Sandbox $sandbox
        Set-UponAiNumberAssignment -Number '+14155550103' -InboundAgent agent_night -Connection $connection `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.Unauthorized,*'
        $problems[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
        $problems[0].TargetObject | Should -Be '+14155550103'
        ($problems | Format-List -Property * -Force | Out-String) | Should -Not -BeLike '*wrong-token*'
    }

    It 'UponAi.PlatformImportFailed: stored, and calls do not work; the number comes out too' {
        $assigned = Set-UponAiNumberAssignment -Number '+14155550119' -InboundAgent agent_night `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $assigned.PlatformImportError | Should -BeTrue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.PlatformImportFailed,*'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidResult'
        $problems[0].TargetObject | Should -Be '+14155550119'
    }
}

Describe 'Set-UponAiNumberAssignment, when the platform is not well' {
    AfterAll { Connect-Sandbox $sandbox }

    It 'UponAi.ConnectionFailed: nobody listens' {
        # A bound port refuses connections, and no other program can take it meanwhile.
        $port = New-Object -TypeName Net.Sockets.Socket -ArgumentList InterNetwork, Stream, Tcp
        try {
            $port.Bind((New-Object -TypeName Net.IPEndPoint -ArgumentList ([Net.IPAddress]::Loopback), 0))
            $gone = @{ AccountSid = 'any'; WorkspaceId = 1; BaseUri = "http://$($port.LocalEndPoint)/" }
            $connection = Connect-UponAi -Token (Get-Secret 'any') @gone -MaximumRetryCount 0 -PassThru
            $row = @{ Number = '+14155550103'; InboundAgent = 'agent_night'; Connection = $connection }
            Set-UponAiNumberAssignment @row -ErrorAction SilentlyContinue -ErrorVariable problems
        } finally {
            $port.Dispose()
        }
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.ConnectionFailed,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ConnectionError'
    }

    It 'UponAi.Timeout: no answer in time' {
        $unwell = Open-Sandbox '--latency', '600000'
        try {
            $connection = Connect-UponAi -Token (Get-Secret $unwell.Token) -AccountSid $unwell.AccountSid `
                -WorkspaceId 1 -BaseUri $unwell.BaseUri -AttemptTimeout 1 -MaximumRetryCount 0 -PassThru
            '+14155550103', '+14155550104' |
                Set-UponAiNumberAssignment -InboundAgent agent_night -Connection $connection `
                    -ErrorAction SilentlyContinue -ErrorVariable problems | Out-Null
            $problems.FullyQualifiedErrorId | Should -BeLike 'UponAi.Timeout,*'
            $problems.CategoryInfo.Category | Should -Be 'OperationTimeout', 'OperationTimeout'
            $problems.TargetObject | Should -Be '+14155550103', '+14155550104'
        } finally {
            Close-Sandbox $unwell
        }
    }

    It 'UponAi.RateLimited: too many requests' {
        $unwell = Open-Sandbox '--rate-limit', '1'
        try {
            $connection = Connect-UponAi -Token (Get-Secret $unwell.Token) -AccountSid $unwell.AccountSid `
                -WorkspaceId 1 -BaseUri $unwell.BaseUri -MaximumRetryCount 0 -PassThru
            # At the same time, because requests in sequence could take a second each.
            $numbers = 1..5 | ForEach-Object { Get-FreeNumber $unwell }
            $assigned = @(
                $numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -Connection $connection `
                    -ErrorAction SilentlyContinue -ErrorVariable problems
            )
            $problems.Count | Should -BeGreaterThan 0
            foreach ($problem in $problems) {
                $problem.FullyQualifiedErrorId | Should -BeLike 'UponAi.RateLimited,*'
                $problem.CategoryInfo.Category | Should -Be 'LimitsExceeded'
            }
            @($assigned.Number) + @($problems.TargetObject) | Sort-Object | Should -Be ($numbers | Sort-Object)
        } finally {
            Close-Sandbox $unwell
        }
    }

    It 'tries again what fails for a moment, and assigns every number' {
        $unwell = Open-Sandbox '--fault-rate', '0.3', '--seed', '7', '--slow-body-delay', '10'
        try {
            $connection = Connect-UponAi -Token (Get-Secret $unwell.Token) -AccountSid $unwell.AccountSid `
                -WorkspaceId 1 -BaseUri $unwell.BaseUri -MaximumRetryCount 20 -PassThru
            $numbers = 1..10 | ForEach-Object { Get-FreeNumber $unwell }
            ($numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -Connection $connection).Number |
                Should -Be $numbers
        } finally {
            Close-Sandbox $unwell
        }
    }
}

Describe 'Set-UponAiNumberAssignment, before anything is sent' {
    It '<id>: <case>' -ForEach @(
        @{
            id = 'UponAi.InvalidNumber'; category = 'InvalidArgument'; case = 'no number'
            row = @{ InboundAgent = 'agent_sales' }; says = '*no number*'
        }
        @{
            id = 'UponAi.InvalidNumber'; category = 'InvalidArgument'; case = 'what a spreadsheet leaves of a number'
            row = @{ Number = '1.41556E+10'; InboundAgent = 'agent_sales' }; says = '*spreadsheet*'
        }
        @{
            id = 'UponAi.InvalidNumber'; category = 'InvalidArgument'; case = 'a path'
            row = @{ Number = '../agents'; InboundAgent = 'agent_sales' }; says = '*'
        }
        @{
            id = 'UponAi.InvalidAgentSplit'; category = 'InvalidArgument'; case = 'weights that do not total 1'
            row = @{ Number = '+14155550103'; InboundAgents = 'agent_reception=50%;agent_sales=40%' }
            says = "*Column 'InboundAgents'*0.9 (90%)*"
        }
        @{
            id = 'UponAi.InvalidAgentSplit'; category = 'InvalidArgument'; case = '50 where 50 % is meant'
            row = @{ Number = '+14155550103'; InboundAgents = 'agent_reception=50' }; says = '*Did you mean 50%*'
        }
        @{
            id = 'UponAi.InvalidAgentRef'; category = 'InvalidArgument'; case = 'agents joined by a comma'
            row = @{ Number = '+14155550103'; InboundAgents = 'agent_reception,agent_sales' }
            says = "*Separate several agents by ';'*"
        }
        @{
            id = 'UponAi.InvalidWebhookUrl'; category = 'InvalidArgument'; case = 'a webhook without a scheme'
            row = @{ Number = '+14155550103'; InboundWebhookUrl = 'hooks.example.com/in' }
            says = "*Column 'InboundWebhookUrl'*"
        }
        @{
            id = 'UponAi.InvalidRow'; category = 'InvalidData'; case = 'time routing that is neither true nor false'
            row = @{ Number = '+14155550103'; TimeRouting = 'maybe' }; says = "*Column 'TimeRouting' has 'maybe'*"
        }
        @{
            id = 'UponAi.NothingToSet'; category = 'InvalidArgument'; case = 'a row that changes nothing'
            row = @{ Number = '+14155550103'; InboundAgent = '' }; says = '*Nothing to set for +14155550103*'
        }
    ) {
        $before = Get-RequestCount $sandbox
        $row | Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$id,*"
        $problems[0].CategoryInfo.Category | Should -Be $category
        $problems[0].Exception.Message | Should -BeLike $says
        [object]::ReferenceEquals($problems[0].TargetObject, $row) | Should -BeTrue
        Get-RequestCount $sandbox | Should -Be $before
    }

    It 'refuses <case> as an argument at once' -ForEach @(
        @{ case = 'a misspelt weight'; arguments = @{ InboundAgent = 'agent_a=half' } }
        @{ case = 'a list with an empty part'; arguments = @{ InboundAgent = 'agent_a;;agent_b' } }
        @{ case = 'text as time routing'; arguments = @{ TimeRouting = 'maybe' } }
        @{ case = 'a workspace below 1'; arguments = @{ InboundAgent = 'agent_a'; WorkspaceId = 0 } }
    ) {
        { Set-UponAiNumberAssignment -Number '+14155550103' @arguments } | Should -Throw
    }

    It 'refuses a number given twice, and sends nothing for it' {
        'agent_night' |
            Set-UponAiNumberAssignment -Number '+14155550103' -InboundAgent agent_night -ErrorAction SilentlyContinue `
                -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidNumber,*'
        $problems[0].Exception.Message | Should -BeLike '*New-UponAiAgentRef*'
    }

    It 'sends no part of a split of which one agent is bad' {
        $number = Get-FreeNumber $sandbox
        (New-UponAiAgentRef agent_reception), [pscustomobject]@{ AgentId = 'agent sales' } |
            Set-UponAiNumberAssignment -Number $number -ErrorAction SilentlyContinue -ErrorVariable problems |
            Should -BeNullOrEmpty
        $problems.Count | Should -Be 2
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }
}

Describe 'Failed rows' {
    BeforeAll {
        $numbers = 1..10 | ForEach-Object { Get-FreeNumber $sandbox }
        $rows = foreach ($number in $numbers) {
            [pscustomobject]@{ Number = $number; InboundAgent = 'agent_night'; TimeRouting = '' }
        }
        $rows[2].InboundAgent = 'agent_nobody'
        $rows[5].Number = '+14155550188'
        $rows[8].TimeRouting = 'perhaps'
        $assigned = $rows | Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
    }

    It 'leave the good ones alone, in their order' {
        $assigned.Number | Should -Be $numbers[0, 1, 3, 4, 6, 7, 9]
    }

    It 'end as errors, in their order' {
        @($problems.FullyQualifiedErrorId -replace ',.*') |
            Should -Be 'UponAi.InvalidAssignment', 'UponAi.NotFound', 'UponAi.InvalidRow'
    }

    It 'can be corrected and piped again' {
        $again = $problems.TargetObject
        $again.Number | Should -Be $rows[2, 5, 8].Number
        $again[0].InboundAgent = 'agent_sales'
        $again[1].Number = $numbers[5]
        $again[2].TimeRouting = 'true'
        ($again | Set-UponAiNumberAssignment).Number | Should -Be $numbers[2, 5, 8]
        (Get-Binding $sandbox $numbers[8]).TimeRouting | Should -BeTrue
    }

    It 'end the pipeline with -ErrorAction Stop' {
        { @{ Number = '+14155550188'; InboundAgent = 'agent_night' } | Set-UponAiNumberAssignment -ErrorAction Stop } |
            Should -Throw -ErrorId 'UponAi.NotFound,*'
    }
}
