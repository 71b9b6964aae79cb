. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Connect-UponAi' {
    BeforeEach {
        $where = @{ AccountSid = $sandbox.AccountSid; WorkspaceId = $sandbox.WorkspaceId; BaseUri = $sandbox.BaseUri }
        $token = Get-Secret $sandbox.Token
    }

    It 'returns nothing, and the connection with -PassThru' {
        Connect-UponAi -Token $token @where | Should -BeNullOrEmpty
        $connection = Connect-UponAi -Token $token @where -PassThru
        $connection | Should -BeOfType ([UponAi.UponAiConnection])
        $connection.BaseUri | Should -Be $sandbox.BaseUri
        $connection.AccountSid | Should -Be $sandbox.AccountSid
        $connection.WorkspaceId | Should -Be $sandbox.WorkspaceId
    }

    It 'makes the connection that other commands use' {
        Connect-UponAi -Token $token @where
        (Get-UponAiConnection).BaseUri | Should -Be $sandbox.BaseUri
        (Set-UponAiNumberAssignment -Number (Get-FreeNumber $sandbox) -InboundAgent agent_night).InboundAgentId |
            Should -Be 'agent_night'
    }

    It 'takes the token from a credential, whatever its user name' {
        Connect-UponAi -Credential (New-Object -TypeName PSCredential -ArgumentList 'anybody', $token) @where
        (Set-UponAiNumberAssignment -Number (Get-FreeNumber $sandbox) -InboundAgent agent_night).InboundAgentId |
            Should -Be 'agent_night'
    }

    It 'makes no request itself' {
        $before = Get-RequestCount $sandbox
        Connect-UponAi -Token $token @where
        Get-RequestCount $sandbox | Should -Be $before
    }

    It 'takes timeouts in seconds, as text and as a TimeSpan' {
        $connection = Connect-UponAi -Token $token @where -AttemptTimeout 5 -TotalTimeout '00:01:30' `
            -MaximumRetryCount 2 -PassThru
        $connection.AttemptTimeout | Should -Be ([timespan]::FromSeconds(5))
        $connection.TotalTimeout | Should -Be ([timespan]::FromSeconds(90))
        $connection.MaximumRetryCount | Should -Be 2
        $short = Connect-UponAi -Token $token @where -AttemptTimeout ([timespan]::FromMilliseconds(250)) -PassThru
        $short.AttemptTimeout.TotalMilliseconds | Should -Be 250
    }

    It 'refuses a token as plain text, and does not repeat it' {
        try { Connect-UponAi -Token 'plain-secret' @where } catch { $problem = $_ }
        $problem.Exception.Message | Should -BeLike '*must be a SecureString*'
        $problem.Exception.Message | Should -Not -BeLike '*plain-secret*'
    }

    It 'refuses the address <address>' -ForEach @(
        @{ address = 'http://app.example.com/' }
        @{ address = 'ftp://127.0.0.1/' }
        @{ address = 'app.example.com' }
    ) {
        { Connect-UponAi -Token $token -BaseUri $address } | Should -Throw -ErrorId 'UponAi.InvalidBaseUri,*'
    }

    It 'names the quotation marks around a token, an account and a workspace' {
        try { Connect-UponAi -Token (Get-Secret '"quoted-secret"') @where } catch { $problem = $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidToken,*'
        $problem.Exception.Message | Should -BeLike '*quotation mark*'
        $problem.Exception.Message | Should -Not -BeLike '*quoted-secret*'
        { Connect-UponAi -Token $token -AccountSid '"AC1"' -BaseUri $sandbox.BaseUri } |
            Should -Throw '*quotation mark*' -ErrorId 'UponAi.InvalidAccountSid,*'
        { Connect-UponAi -Token $token -AccountSid 'AC1 ' -BaseUri $sandbox.BaseUri } |
            Should -Throw '*begins or ends with a space*' -ErrorId 'UponAi.InvalidAccountSid,*'
        { Connect-UponAi -Token $token -WorkspaceId '"1"' -BaseUri $sandbox.BaseUri } | Should -Throw '*quotation mark*'
        Use-UponAiEnvironment @{ UPONAI_TOKEN = 'secret'; UPONAI_WORKSPACE_ID = '"1"' } {
            { Connect-UponAi } | Should -Throw '*UPONAI_WORKSPACE_ID*quotation mark*'
        }
    }

    It 'takes a token or a credential, not both' {
        {
            Connect-UponAi -Token $token `
                -Credential (New-Object -TypeName PSCredential -ArgumentList 'anybody', $token) @where
        } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }

    It 'refuses <parameter> <value>' -ForEach @(
        @{ parameter = 'WorkspaceId'; value = 0 }
        @{ parameter = 'MaximumRetryCount'; value = -1 }
        @{ parameter = 'AttemptTimeout'; value = 'soon' }
        @{ parameter = 'Proxy'; value = 'no proxy' }
    ) {
        $more = @{ $parameter = $value }
        { Connect-UponAi -Token $token -BaseUri $sandbox.BaseUri @more } | Should -Throw "*$parameter*"
    }

    It 'refuses a token that is no header' {
        { Connect-UponAi -Token (Get-Secret "two`nlines") @where } | Should -Throw -ErrorId 'UponAi.InvalidToken,*'
    }

    It 'shows no token, in no form' {
        $connection = Connect-UponAi -Token $token @where -PassThru
        $shown = @(
            $connection | Out-String
            $connection | Format-List -Property * -Force | Out-String
            $connection | ConvertTo-Json -Depth 4
            "$connection"
            [Management.Automation.PSSerializer]::Serialize($connection, 4)
        ) -join "`n"
        $shown | Should -BeLike '*127.0.0.1*'
        $shown | Should -Not -BeLike "*$($sandbox.Token)*"
    }

    It 'writes no token to the verbose and debug streams of a request' {
        Connect-UponAi -Token $token @where
        # -Debug would ask on Windows PowerShell.
        $DebugPreference = 'Continue'
        $streams = Set-UponAiNumberAssignment -Number (Get-FreeNumber $sandbox) -InboundAgent agent_night `
            -Verbose 4>&1 5>&1
        ($streams | Out-String) | Should -BeLike '*PUT /api/numbers/%2B1999*agent: 200, 1 attempt,*'
        ($streams | Out-String) | Should -Not -BeLike "*$($sandbox.Token)*"
    }
}

Describe 'Disconnect-UponAi' {
    It 'closes the given connection' {
        Connect-Sandbox $sandbox
        $connection = Get-UponAiConnection
        $connection | Disconnect-UponAi
        $number = Get-FreeNumber $sandbox
        { Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -Connection $connection } |
            Should -Throw '*closed by Disconnect-UponAi*' `
                -ErrorId 'UponAi.NotConnected,UponAi.PowerShell.Commands.SetUponAiNumberAssignmentCommand'
    }

    It 'leaves another connection open' {
        Connect-Sandbox $sandbox
        $first = Get-UponAiConnection
        Connect-Sandbox $sandbox
        Disconnect-UponAi
        $assigned = Set-UponAiNumberAssignment -Number (Get-FreeNumber $sandbox) -InboundAgent agent_night `
            -Connection $first
        $assigned.InboundAgentId | Should -Be 'agent_night'
    }
}
