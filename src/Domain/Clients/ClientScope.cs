using System.Collections.Frozen;
using HnCe.Domain.Access;

namespace HnCe.Domain.Clients;

/// <summary>What a program may be allowed (授权范围). A scope never adds to the rights of an account, it only leaves some of them.</summary>
public enum ClientScope
{
    /// <summary>查看和维护本人账户、消息和文件.</summary>
    Account,

    /// <summary>查看继续教育信息、学时完成情况、培训科目和成绩.</summary>
    Records,

    /// <summary>查看专业技术人员信息.</summary>
    People,

    /// <summary>查看单位信息.</summary>
    Organizations,

    /// <summary>查看合格证书.</summary>
    Certificates,

    /// <summary>申报继续教育信息.</summary>
    Declare,

    /// <summary>登记、退回、上报继续教育信息.</summary>
    Forward,

    /// <summary>审核继续教育信息.</summary>
    Review,

    /// <summary>维护培训计划、培训班和学员成绩.</summary>
    Training,
}

/// <summary>The one table of what a scope leaves. Passwords, administrators, personal data in full, base data and the audit log are in none.</summary>
public static class ClientScopes
{
    private static readonly FrozenDictionary<ClientScope, (string Words, bool IsForIntegrators, Permission[] Permissions)> Table =
        new Dictionary<ClientScope, (string, bool, Permission[])>
        {
            [ClientScope.Account] = ("查看和维护本人账户、消息和文件", false, [Permission.UseOwnAccount]),
            [ClientScope.Records] = ("查看继续教育信息、学时完成情况、培训科目和成绩", true,
                [Permission.ViewDeclarations, Permission.ViewYearCompletions, Permission.ViewTrainingResults, Permission.ViewSubjects]),
            [ClientScope.People] = ("查看专业技术人员信息", true, [Permission.ViewProfessionals]),
            [ClientScope.Organizations] = ("查看单位信息", true, [Permission.ViewOrganizations]),
            [ClientScope.Certificates] = ("查看合格证书", true, [Permission.ViewCertificates]),
            [ClientScope.Declare] = ("申报继续教育信息", false, [Permission.Declare]),
            [ClientScope.Forward] = ("登记、退回、上报继续教育信息", false, [Permission.ForwardDeclarations]),
            [ClientScope.Review] = ("审核继续教育信息", false, [Permission.ReviewDeclarations]),
            [ClientScope.Training] = ("维护培训计划、培训班和学员成绩", false, [Permission.ConductTraining]),
        }.ToFrozenDictionary();

    /// <summary>All scopes.</summary>
    public static IReadOnlyList<ClientScope> All { get; } = Enum.GetValues<ClientScope>();

    /// <summary>Name of a scope in a request for a token.</summary>
    public static string NameOf(this ClientScope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>What a person reads about a scope.</summary>
    public static string WordsOf(this ClientScope scope) => Table[scope].Words;

    /// <summary>Whether a program of an organization may have it: such a program only reads. Source: GRAPH-7.</summary>
    public static bool IsForIntegrators(this ClientScope scope) => Table[scope].IsForIntegrators;

    /// <summary>The scopes with some names; a name that is none is left out.</summary>
    public static IReadOnlyList<ClientScope> Named(IEnumerable<string> names) => [.. names.SelectMany(name => All.Where(scope => scope.NameOf() == name))];

    /// <summary>What some scopes leave together.</summary>
    public static IReadOnlySet<Permission> PermissionsOf(IEnumerable<ClientScope> scopes) => scopes.SelectMany(scope => Table[scope].Permissions).ToFrozenSet();
}
