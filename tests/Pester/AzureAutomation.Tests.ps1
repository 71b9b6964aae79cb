. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'examples/azure-automation' {
    BeforeAll {
        . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Azure.ps1'))
        $scripts = "$Examples/azure-automation"

        # A plan in blob storage, one row for each number, and the parameters of the runbook for it.
        function Export-Plan([string[]] $Number, [string] $Agent = 'agent_sales') {
            $lines = @('Number,InboundAgents') + ($Number | ForEach-Object { "$_,$Agent" })
            Set-Content -Path "$($azure.Folder)/blobs/plan.csv" -Value $lines
            $plan = @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'plan.csv' }
            $plan + @{ AccountSid = $sandbox.AccountSid; WorkspaceId = $sandbox.WorkspaceId }
        }

        # Runs the runbook here. Returns its output, and the message of the error that ended it, or null.
        function Invoke-Plan([hashtable] $Parameters) {
            $plan = $Parameters
            $records = @(
                Use-UponAiEnvironment @{ UPONAI_BASE_URI = $sandbox.BaseUri } {
                    try { & "$scripts/Invoke-UponAiPlan.ps1" @plan *>&1 } catch { $script:ended = "$_" }
                }
            )
            $ended = $script:ended
            $script:ended = $null
            [pscustomobject]@{ Records = $records; Summary = $records | Select-Object -Last 1; Ended = $ended }
        }

        function Get-Result([string] $Name) { @(Import-Csv -Path "$($azure.Folder)/blobs/plan.csv.result/$Name") }
    }

    It 'lists the commands that a person has to stand in for' {
        $commands = Import-PowerShellDataFile -Path "$scripts/AzureCommands.psd1"
        $declared = $commands.Values | ForEach-Object { $_ } | Sort-Object
        $used = foreach ($file in Get-Item -Path "$scripts/*.ps1") {
            $ast = [Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $null, [ref] $null)
            $own = $ast.FindAll({ $args[0] -is [Management.Automation.Language.FunctionDefinitionAst] }, $true).Name
            $ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true).GetCommandName() |
                Where-Object { $_ -and $_ -notin $own -and $_ -notlike '*-UponAi*' } |
                Where-Object { -not (Get-Command -Name $_ -Module Microsoft.PowerShell.* -ErrorAction Ignore) }
        }
        ($used | Sort-Object -Unique) -join ' ' | Should -Be ($declared -join ' ')
        ($azureStandIns.Keys + 'Get-Secret' | Sort-Object) -join ' ' | Should -Be ($declared -join ' ')
    }

    It 'keeps each record of a runbook, also a record of $null' {
        $azure = Initialize-Azure ([IO.Path]::Combine($TestDrive, [guid]::NewGuid())) $sandbox
        $azure.Runbooks = "$TestDrive"
        Set-Content -Path "$TestDrive/Null.ps1" -Value "`$null; 'last'; Write-Warning 'careful'"
        $job = [guid]::NewGuid()
        Invoke-Runbook "$job" 'Null' @{}
        $azure.Processes["$job"].WaitForExit(5 * 60 * 1000) | Should -BeTrue
        Get-JobStatus "$job" | Should -Be 'Completed'
        (Get-JobRecord "$job").Kind | Should -Be 'Output', 'Output', 'WarningRecord'
    }

    Context 'Invoke-UponAiPlan' {
        BeforeEach { $azure = Initialize-Azure ([IO.Path]::Combine($TestDrive, [guid]::NewGuid())) $sandbox }

        It 'assigns a plan with a token from <from>' -ForEach @(
            @{ from = 'an Automation credential'; more = @{} }
            @{ from = 'SecretManagement'; more = @{ VaultName = 'keys' } }
            @{ from = 'Azure Key Vault'; more = @{ KeyVaultName = 'phone-keys'; SecretName = 'upon ai' } }
        ) {
            Set-Item -Path function:local:Get-Secret -Value {
                param($Vault, $Name)
                if ($Vault -eq 'keys' -and $Name -eq 'UponAi') { (Get-TokenCredential $sandbox.Token).Password }
            }
            Mock Invoke-RestMethod { @{ access_token = 'of the identity' } } -ParameterFilter {
                $Uri -eq 'http://localhost:40342/token?resource=https://vault.azure.net' -and
                $Headers['X-IDENTITY-HEADER'] -eq 'header' -and $Headers['Metadata'] -eq 'True'
            }
            Mock Invoke-RestMethod { @{ value = $sandbox.Token } } -ParameterFilter {
                $Uri -eq 'https://phone-keys.vault.azure.net/secrets/upon%20ai?api-version=7.4' -and
                $Headers['Authorization'] -eq 'Bearer of the identity'
            }
            $numbers = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
            $plan = Export-Plan $numbers
            $env:IDENTITY_ENDPOINT = 'http://localhost:40342/token'
            $env:IDENTITY_HEADER = 'header'
            try { $run = Invoke-Plan ($plan + $more) } finally { $env:IDENTITY_ENDPOINT = $env:IDENTITY_HEADER = $null }

            $run.Ended | Should -BeNullOrEmpty
            $run.Summary.Rows | Should -Be 2
            $run.Summary.Succeeded | Should -Be 2
            (Get-Result 'numbers-0-of-1.csv').Number | Should -Be @($numbers | ForEach-Object { "'$_" })
            Get-Result 'failed-0-of-1.csv' | Should -BeNullOrEmpty
        }

        It 'says what a key vault needs' {
            $run = Invoke-Plan ((Export-Plan '101') + @{ KeyVaultName = 'phone-keys' })
            $run.Ended | Should -BeLike '*no managed identity. Enable the system-assigned identity*'
        }

        It 'ends before the first row if the connection does not work' {
            $run = Invoke-Plan ((Export-Plan (Get-FreeNumber $sandbox)) + @{ WhatIf = $true } | ForEach-Object {
                $_.AccountSid = 'AC-none'
                $_
            })
            $run.Ended | Should -BeLike 'The connection does not work. *AC-none*'
            [IO.Directory]::Exists("$($azure.Folder)/blobs/plan.csv.result") | Should -BeFalse
        }

        It 'fails after the other rows if a row failed, and writes that row as a plan of its own' {
            $number = Get-FreeNumber $sandbox
            $run = Invoke-Plan (Export-Plan '+14155550188', $number)
            $run.Ended | Should -BeLike "1 rows failed. They are in 'plan.csv.result/failed-0-of-1.csv'*"
            $run.Summary.Failed | Should -Be 1
            $run.Summary.Succeeded | Should -Be 1
            (Get-Result 'failed-0-of-1.csv').Number | Should -Be "'+14155550188"
            (Get-Result 'numbers-0-of-1.csv').Number | Should -Be "'$number"
        }

        It 'sends nothing that the platform has already when it is run again' {
            $plan = Export-Plan (1..3 | ForEach-Object { Get-FreeNumber $sandbox })
            $null = Invoke-Plan $plan
            $run = Invoke-Plan $plan
            $run.Summary.Text | Should -BeLike '3 rows: 0 succeeded, 0 failed, 3 skipped*'
            Get-Result 'numbers-0-of-1.csv' | Should -HaveCount 3
        }

        It 'changes nothing with -WhatIf, and writes what would change' {
            $same, $other = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
            Connect-Sandbox $sandbox
            $null = Set-UponAiNumberAssignment $same agent_sales@0
            $run = Invoke-Plan ((Export-Plan $same, $other, '+14155550188' agent_sales@0) + @{ WhatIf = $true })
            $run.Ended | Should -BeNullOrEmpty
            $run.Summary.WhatIf | Should -BeTrue
            $run.Summary.Changed, $run.Summary.Unchanged, $run.Summary.NotFound | Should -Be 1, 1, 1
            (Get-Result 'preview-0-of-1.csv').Number | Should -Be "'$other"
            (Get-Binding $sandbox $other).Inbound | Should -BeNullOrEmpty
        }

        It 'changes nothing while a row of the plan is invalid, and shows the first problems' {
            $number = Get-FreeNumber $sandbox
            $run = Invoke-Plan (Export-Plan (@($number) + (1..30 | ForEach-Object { "1.4155$($_)E+10" })))
            $run.Ended | Should -BeLike "The plan 'plan.csv' has 30 problems, and nothing was changed.*"
            @($run.Records | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) | Should -HaveCount 20
            (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
        }

        It 'writes few and small records, however many rows fail and however long the messages are' {
            Mock Set-UponAiNumberAssignment {
                foreach ($i in 1..100) {
                    Write-Error -Message ('e' * 100KB)
                    Write-Warning -Message ('w' * 100KB)
                }
                Write-Information -MessageData ('i' * 100KB) -InformationAction Continue
            }
            $run = Invoke-Plan (Export-Plan (Get-FreeNumber $sandbox))
            $run.Ended | Should -BeLike '100 rows failed.*'
            @($run.Records).Count | Should -BeLessOrEqual 41
            foreach ($record in $run.Records) {
                [Management.Automation.PSSerializer]::Serialize($record).Length | Should -BeLessThan 64KB
            }
            $run.Summary.Warnings | Should -Be 100
        }
    }

    Context 'Publish-UponAiRunbook' {
        BeforeAll {
            $zip = [IO.Path]::Combine($TestDrive, 'UponAi.zip')
            $stage = [IO.Path]::Combine($TestDrive, 'stage')
            $null = New-Item -Path $stage -ItemType Directory
            Copy-Item -Path (Split-Path -Path $BuiltManifest) -Destination $stage -Recurse
            Get-ChildItem -Path "$stage/UponAi" -Recurse -Filter *.pdb | Remove-Item
            [IO.Compression.ZipFile]::CreateFromDirectory($stage, $zip)
            $target = @{
                SubscriptionId    = '3c2f1d0e-8b7a-4695-a4b3-c2d1e0f9a8b7'
                ResourceGroup     = 'phones'
                AutomationAccount = 'phones'
                StorageAccount    = 'plans'
                Container         = 'uponai'
                Plan              = 'plan.csv'
                AccountSid        = $sandbox.AccountSid
                WorkspaceId       = $sandbox.WorkspaceId
                Credential        = Get-TokenCredential $sandbox.Token
                ModulePath        = $zip
                StartTime         = [DateTimeOffset]::Now.AddDays(1)
                PollingInterval   = 0.2
            }
        }
        BeforeEach { $azure = Initialize-Azure ([IO.Path]::Combine($TestDrive, [guid]::NewGuid())) $sandbox }

        It 'makes each resource once, and updates what differs when it is run again' {
            Mock Invoke-Runbook { }
            Mock Get-JobStatus { 'Completed' }
            Mock Get-JobOutput { 'done' }
            (& "$scripts/Publish-UponAiRunbook.ps1" @target).Status | Should -Be 'Completed'
            $calls = @($azure.Calls | Where-Object { $_ -ne 'Job_Get' })
            $calls | Should -Be @(
                'AutomationAccount_Get', 'RuntimeEnvironments_Get', 'RuntimeEnvironments_Create'
                'Package_CreateOrUpdate', 'Package_Get', 'Package_Get'
                'Runbook_CreateOrUpdate', 'Runbook_CreateOrUpdate', 'Credential_CreateOrUpdate'
                'Schedule_Get', 'Schedule_CreateOrUpdate'
                'JobSchedule_Get', 'JobSchedule_Create', 'Job_Create', 'Job_GetOutput'
            )
            $environment = $azure.Resources['/runtimeEnvironments/UponAi-PowerShell-7-4']
            $environment.properties.runtime.version | Should -Be '7.4'
            $runbook = $azure.Resources['/runbooks/Invoke-UponAiPlanInShards']
            $runbook.properties.runtimeEnvironment | Should -Be 'UponAi-PowerShell-7-4'
            $azure.Resources['/credentials/UponAi'].properties.password | Should -Be $sandbox.Token

            $azure.Calls.Clear()
            (& "$scripts/Publish-UponAiRunbook.ps1" @target -AzVersion 12.4.0).Status | Should -Be 'Completed'
            $azure.Calls | Should -Contain 'RuntimeEnvironments_Update'
            $azure.Calls | Should -Not -Contain 'RuntimeEnvironments_Create'
            $azure.Calls | Should -Not -Contain 'Schedule_CreateOrUpdate'
            $azure.Calls | Should -Not -Contain 'JobSchedule_Create'
            @($azure.Resources.Keys -like '/jobSchedules/*') | Should -HaveCount 1
        }

        It 'goes through the ten steps of docs/azure-automation.md' {
            $number = Get-FreeNumber $sandbox
            $clone = [IO.Path]::Combine($TestDrive, 'clone')
            $null = New-Item -Path "$clone/out/packages" -ItemType Directory
            Copy-Item -Path $Examples -Destination $clone -Recurse
            Set-Content -Path "$clone/june.csv" -Value 'Number,InboundAgents', "$number,agent_sales"
            # What build.ps1 makes is tested with the package. These commands of Az only prepare what the steps use.
            Set-Content -Path "$clone/build.ps1" -Value "param(`$Task) Copy-Item '$zip' out/packages"
            $others = @{
                'Connect-AzAccount'       = {
                    $context = @{ Subscription = @{ Id = $target.SubscriptionId }; Account = @{ Id = 'me' } }
                    [pscustomobject]@{ Context = $context }
                }
                'New-AzResourceGroup'     = { param($Name, $Location) "$Name $Location" }
                'New-AzAutomationAccount' = {
                    param($ResourceGroupName, $Location, $Name, [switch] $AssignSystemIdentity)
                    $null = $ResourceGroupName, $Location, $Name
                    if ($AssignSystemIdentity) { [pscustomobject]@{ Identity = @{ PrincipalId = 'principal' } } }
                }
                'New-AzStorageAccount'    = {
                    param($ResourceGroupName, $Location, $Name, $SkuName)
                    $null = $Location, $SkuName
                    [pscustomobject]@{ Id = "/$ResourceGroupName/$Name" }
                }
                'New-AzStorageContainer'  = { param($Name, $Context) "$Name $Context" }
                'New-AzRoleAssignment'    = {
                    param($SignInName, $ObjectId, $RoleDefinitionName, $Scope)
                    if (-not ($SignInName -or $ObjectId) -or -not $Scope) { throw "$RoleDefinitionName is for nobody." }
                }
                'Get-Credential'          = { param($UserName) $null = $UserName; $target.Credential }
            }
            foreach ($name in $others.Keys) { Set-Item -Path "function:$name" -Value $others[$name] }
            $page = [IO.Path]::Combine($Examples, '..', 'docs', 'azure-automation.md')
            $text = Get-Content -Path $page -Raw -Encoding UTF8
            $steps = [regex]::Matches($text, '(?ms)^(\d+)\. .*?```powershell\r?\n(.*?)^ *```')
            $steps.Count | Should -Be 10

            Push-Location -LiteralPath $clone
            try {
                foreach ($step in $steps) {
                    # The stand-ins answer at once. The sandbox's account is the one in the page.
                    $code = $step.Groups[2].Value -replace 'Runbook.ps1 ', 'Runbook.ps1 -PollingInterval 0.2 '
                    $shown = . ([scriptblock]::Create($code))
                    if ($step.Groups[1].Value -eq '8') {
                        $shown.Status | Should -Be 'Completed'
                        $shown.Output | Should -BeLike '*Changed *: 1*'
                        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
                    }
                    if ($step.Groups[1].Value -eq '9') { ($shown | Out-String) | Should -BeLike "*$number*" }
                }
                $azure.Processes["$($job.JobId)"].WaitForExit(5 * 60 * 1000) | Should -BeTrue
            } finally { Pop-Location }
            Get-JobStatus "$($job.JobId)" | Should -Be 'Completed'
            (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_sales=1'
        }

        It 'replaces the link to the schedule when its parameters change' {
            $quick = $target.Clone()
            Mock Invoke-Runbook { }
            Mock Get-JobStatus { 'Completed' }
            Mock Get-JobOutput { 'done' }
            $null = & "$scripts/Publish-UponAiRunbook.ps1" @quick
            $azure.Calls.Clear()
            $quick.Plan = 'july.csv'
            $null = & "$scripts/Publish-UponAiRunbook.ps1" @quick
            $calls = @($azure.Calls -like 'JobSchedule_*')
            $calls | Should -Be 'JobSchedule_Get', 'JobSchedule_Delete', 'JobSchedule_Create'
            $link = @($azure.Resources.Keys -like '/jobSchedules/*')[0]
            $azure.Resources[$link].properties.parameters.Plan | Should -Be 'july.csv'
        }

        It 'only reads with -WhatIf' {
            & "$scripts/Publish-UponAiRunbook.ps1" @target -WhatIf | Should -BeNullOrEmpty
            $calls = 'AutomationAccount_Get', 'RuntimeEnvironments_Get', 'Schedule_Get', 'JobSchedule_Get'
            $azure.Calls | Should -Be $calls
            Get-ChildItem -Path "$($azure.Folder)/blobs" | Should -BeNullOrEmpty
        }

        It 'refuses <what>' -ForEach @(
            @{ what = 'a module that is not there'; name = 'ModulePath'; value = 'nowhere.zip'; message = '*Make it*' }
            @{ what = 'a soon start'; name = 'StartTime'; value = [DateTimeOffset]::Now; message = '*five min*' }
            @{ what = 'to do without a token'; name = 'Credential'; value = $null; message = '*-Credential, or*' }
        ) {
            $changed = $target.Clone()
            $changed[$name] = $value
            { & "$scripts/Publish-UponAiRunbook.ps1" @changed } | Should -Throw $message
        }

        It 'refuses a runtime environment with another version, which cannot be changed' {
            $runtime = @{ language = 'PowerShell'; version = '7.2' }
            $azure.Resources['/runtimeEnvironments/Old'] = @{ properties = @{ runtime = $runtime } }
            { & "$scripts/Publish-UponAiRunbook.ps1" @target -RuntimeEnvironment Old } |
                Should -Throw '*PowerShell 7.2, and its version cannot be changed.*'
        }
    }
}
