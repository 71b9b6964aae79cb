@{
    Severity     = @('Error', 'Warning', 'Information')
    # Pester's blocks share variables, and the rule looks at each block alone.
    ExcludeRules = @('PSUseDeclaredVarsMoreThanAssignments')
    Rules        = @{
        PSUseCompatibleSyntax                     = @{ Enable = $true; TargetVersions = @('5.1', '7.4') }
        PSPlaceOpenBrace                          = @{ Enable = $true; OnSameLine = $true }
        PSUseConsistentIndentation                = @{ Enable = $true; IndentationSize = 4; Kind = 'space' }
        PSUseConsistentWhitespace                 = @{ Enable = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
        PSAvoidUsingDoubleQuotesForConstantString = @{ Enable = $true }
    }
}
