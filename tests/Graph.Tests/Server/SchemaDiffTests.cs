using Xunit;

namespace HnCe.Graph.Tests.Server;

/// <summary>The difference of two schemas, by example: what breaks clients and what does not.</summary>
[Trait("Spec", "GRAPH-12")]
public sealed class SchemaDiffTests
{
    [Theory]
    [InlineData("type A { x: Int }", "type B { x: Int }", "`A` removed")]
    [InlineData("type A { x: Int }", "input A { x: Int }", "`A` Object became Input")]
    [InlineData("type A { x: Int y: Int }", "type A { y: Int }", "`A.x` removed")]
    [InlineData("type A { x: Int! }", "type A { x: Int }", "`A.x` Int! became Int")]
    [InlineData("type A { x: [Int!]! }", "type A { x: [Int]! }", "`A.x` [Int!]! became [Int]!")]
    [InlineData("type A { x: Int }", "type A { x: [Int] }", "`A.x` Int became [Int]")]
    [InlineData("type A { x: Int }", "type A { x: String }", "`A.x` Int became String")]
    [InlineData("type A { x(a: Int): Int }", "type A { x: Int }", "`A.x(a:)` removed")]
    [InlineData("type A { x(a: Int): Int }", "type A { x(a: Int!): Int }", "`A.x(a:)` Int became Int!")]
    [InlineData("type A { x: Int }", "type A { x(a: Int!): Int }", "`A.x(a:)` added as required")]
    [InlineData("type A { x(a: Int = 1): Int }", "type A { x(a: Int = 2): Int }", "`A.x(a:)` default 1 became 2")]
    [InlineData("input A { x: Int y: Int }", "input A { y: Int }", "`A.x` removed")]
    [InlineData("input A { x: [ID!] }", "input A { x: [ID!]! }", "`A.x` [ID!] became [ID!]!")]
    [InlineData("input A { x: Int }", "input A { x: Int y: Int! }", "`A.y` added as required")]
    [InlineData("enum A { X Y }", "enum A { X }", "`A.Y` removed")]
    [InlineData("union A = X | Y type X { x: Int } type Y { x: Int }", "union A = X type X { x: Int } type Y { x: Int }", "`A` lost member Y")]
    [InlineData("interface I { x: Int } type A implements I { x: Int }", "interface I { x: Int } type A { x: Int }", "`A` lost interface I")]
    [InlineData("directive @d(a: Int) on FIELD", "directive @d(a: Int!) on FIELD", "`@d(a:)` Int became Int!")]
    public void Change_ThatTakesSomethingAway_IsFound(string before, string after, string change) =>
        Assert.Equal(change, Assert.Single(SchemaDiff.Breaking(before, after)).ToString());

    [Theory]
    [InlineData("type A { x: Int }", "\"Described.\" type A { x: Int y: Int } type B { x: Int }")]
    [InlineData("type A { x: Int }", "type A { x: Int! }")]
    [InlineData("type A { x: [Int] }", "type A { x: [Int!]! }")]
    [InlineData("type A { x: Int }", "type A { x(a: Int, b: Int! = 1): Int @deprecated(reason: \"x\") }")]
    [InlineData("type A { x(a: [Int!]!): Int }", "type A { x(a: [Int]): Int }")]
    [InlineData("input A { x: Int! }", "input A { x: Int y: Int z: Int! = 1 }")]
    [InlineData("enum A { X }", "enum A { W X }")]
    [InlineData("type A { x: Int }", "interface I { x: Int } type A implements I { x: Int }")]
    public void Change_ThatOnlyAdds_BreaksNobody(string before, string after) => Assert.Empty(SchemaDiff.Breaking(before, after));
}
